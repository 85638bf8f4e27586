package se.tillit.governingdocument.demand;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.tillit.governingdocument.text.WordSet;

/// Finds the duties of roles and what is laid down without «ska»: who answers, who adopts, what is
/// done every year.
final class Duties {

  private static final Set<String> ADVERBS =
      WordSet.of(
          "även också ytterst årligen därför vidare alltid dessutom särskilt gemensamt "
              + "regelbundet löpande i sin tur själv själva formellt");
  private static final Set<String> REST_ON =
      WordSet.of("ligger vilar följer åvilar delas innehas bärs");
  private static final Set<String> COVERS =
      Set.of("omfattar", "gäller", "innefattar", "inbegriper");
  private static final Set<String> ALL = Set.of("all", "alla", "allt", "samtliga", "hela");
  private static final Set<String> DESCRIBED =
      Set.of("municipality", "operation", "authority", "supplier", "company");

  /// After these a passive is an infinitive: «behöver skyddas».
  private static final Set<String> NOT_PRESENT = WordSet.of("behöver kan vill får bör kunna");

  private static final Set<String> CLAUSE_OPENERS = WordSet.of("som att vilket vilka där när om");

  private final Sentence sentence;
  private final Words words;

  private Duties(Sentence sentence) {
    this.sentence = sentence;
    this.words = sentence.words();
  }

  static @Nullable Verdict of(Sentence sentence) {
    Duties duties = new Duties(sentence);
    for (int i = 0; i < sentence.size(); i++) {
      Verdict verdict = duties.at(i);
      if (verdict != null) {
        return verdict;
      }
    }
    Verdict legal = duties.legalDemand();
    return legal != null ? legal : duties.practice();
  }

  private @Nullable Verdict at(int i) {
    String word = words.at(i);
    if (isRelative(i)) {
      return null;
    }
    if (word.equals("ansvarar") || word.equals("ansvara") || word.equals("svarar")) {
      int preposition = find(i + 1, i + 5, "för");
      return preposition < 0 ? null : Verdict.duty(i, preposition + 1);
    }
    return switch (word) {
      case "är" -> answering(i);
      case "har" -> responsibility(i);
      case "ansvar", "ansvaret", "huvudansvaret" -> restingResponsibility(i);
      case "omfattar", "gäller", "innefattar" -> coverage(i);
      default -> roleActs(i);
    };
  }

  private boolean isRelative(int i) {
    return words.at(i - 1).equals("som") || words.at(i - 1).equals("vilka");
  }

  // «är ytterst ansvarig för», «är personuppgiftsansvarig»; «det är chefens ansvar att».
  private @Nullable Verdict answering(int i) {
    for (int j = i + 1; j <= Math.min(i + 4, sentence.size() - 1); j++) {
      String word = words.at(j);
      boolean answers = word.startsWith("ansvarig") || word.startsWith("personuppgiftsansvarig");
      boolean owned = j > i + 1 && (words.at(j - 1).endsWith("s") || words.at(j - 1).equals("ett"));
      if (answers || owned && (word.equals("ansvar") || word.equals("uppgift"))) {
        int end = words.at(j + 1).equals("för") || words.at(j + 1).equals("att") ? j + 2 : j + 1;
        return Verdict.duty(i, end);
      }
    }
    return null;
  }

  // «har det yttersta ansvaret för», «har till uppgift att», «har i uppdrag att».
  private @Nullable Verdict responsibility(int i) {
    for (int j = i + 1; j <= Math.min(i + 6, sentence.size() - 1); j++) {
      String word = words.at(j);
      if (word.equals("har")) {
        return null;
      }
      boolean answers = word.endsWith("ansvar") || word.endsWith("ansvaret");
      boolean charged =
          word.equals("uppgift") || word.equals("uppdrag") || word.equals("uppgifter");
      if (answers || charged && (words.at(j + 1).equals("att") || j == sentence.size() - 1)) {
        int end = words.at(j + 1).equals("för") || words.at(j + 1).equals("att") ? j + 2 : j + 1;
        return Verdict.duty(i, end);
      }
    }
    return null;
  }

  // «Ansvaret för informationssäkerheten följer …».
  private @Nullable Verdict restingResponsibility(int i) {
    if (i > 2) {
      return null;
    }
    for (int j = i + 1; j < Math.min(i + 14, sentence.size()); j++) {
      if (REST_ON.contains(words.at(j))) {
        return Verdict.duty(j, j + 1);
      }
    }
    return null;
  }

  // «Policyn omfattar all information»: it says for what and whom everything else holds.
  private @Nullable Verdict coverage(int i) {
    if (i == 0 || i > 10 || !sentence.holdsAny(i + 1, i + 5, ALL)) {
      return null;
    }
    for (int j = 0; j < i; j++) {
      String word = words.at(j);
      boolean document =
          word.contains("polic") || word.startsWith("riktlinje") || word.startsWith("arbete");
      if (document
          || word.endsWith("arbetet")
          || word.equals("dokumentet")
          || word.equals("bestämmelserna")) {
        return COVERS.contains(words.at(i)) ? Verdict.demand(Strength.SHALL, i, i + 1) : null;
      }
    }
    return null;
  }

  // «Kommunfullmäktige antar», «Samordnaren följer årligen upp»: the one who acts stands just
  // before.
  private @Nullable Verdict roleActs(int i) {
    if (!Verbs.isDuty(words, i)) {
      return null;
    }
    int before = i - 1;
    while (before > 0 && ADVERBS.contains(words.at(before))) {
      before--;
    }
    for (Hit bearer : sentence.bearers()) {
      if (bearer.covers(before)
          && !bearer.genitive()
          && !DESCRIBED.contains(bearer.key())
          && !sentence.isGoverned(bearer)
          && !opensClause(bearer)) {
        return Verdict.duty(i, i + 1);
      }
    }
    return null;
  }

  private boolean opensClause(Hit bearer) {
    String before = words.at(sentence.phraseStart(bearer) - 1);
    return CLAUSE_OPENERS.contains(before) && !before.equals("att");
  }

  // «Dataskyddsförordningen ställer krav på …»: what a law demands binds whoever writes it down.
  private @Nullable Verdict legalDemand() {
    if (sentence.laws().stream().allMatch(hit -> hit.key().equals("rules"))) {
      return null;
    }
    for (int i = 1; i < sentence.size(); i++) {
      boolean demand = words.at(i).equals("krav") || words.at(i).equals("kraven");
      if (demand && words.at(i + 1).equals("på")) {
        int verb = Math.max(0, i - 3);
        boolean made =
            sentence.holdsAny(verb, i, Set.of("ställer", "ställs", "finns", "innehåller"));
        return made ? Verdict.demand(Strength.SHALL, i, i + 2) : null;
      }
    }
    return null;
  }

  // «Policyn antas av kommunfullmäktige», «Utfallet rapporteras årligen till nämnden».
  private @Nullable Verdict practice() {
    for (int i = 0; i < sentence.size(); i++) {
      if (CLAUSE_OPENERS.contains(words.at(i)) && i > 1) {
        return null;
      }
      if (!Verbs.isPractice(words, i) || sentence.holdsAny(i - 3, i, NOT_PRESENT)) {
        continue;
      }
      if (isDoneBySomebody(i)) {
        return Verdict.duty(i, i + 1);
      }
      boolean laidDown = !sentence.cadences().isEmpty() || !Recipients.in(sentence).isEmpty();
      return laidDown ? Verdict.demand(Strength.SHALL, i, i + 1) : null;
    }
    return null;
  }

  private boolean isDoneBySomebody(int verb) {
    for (Hit bearer : sentence.bearers()) {
      int preposition = sentence.phraseStart(bearer) - 1;
      if (preposition > verb && preposition <= verb + 4 && words.at(preposition).equals("av")) {
        return true;
      }
    }
    return false;
  }

  private int find(int from, int to, String word) {
    for (int i = from; i < Math.min(to, sentence.size()); i++) {
      if (words.at(i).equals(word)) {
        return i;
      }
    }
    return -1;
  }
}

package se.tillit.governingdocument.demand;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.tillit.governingdocument.text.WordSet;

/// Finds the word that makes a sentence a demand or a permission, and passes by «ska» in clauses of
/// purpose or question.
final class Modality {

  private static final int LOOK_BACK = 14;
  private static final int LOOK_AHEAD = 6;
  private static final Set<String> QUESTIONS = WordSet.of("hur vilka vilken vilket vad varför");
  private static final Set<String> CONDITIONS =
      WordSet.of("när om då innan eftersom medan ifall huruvida");
  private static final Set<String> RELATIVES = Set.of("som", "där");
  private static final Set<String> NEGATIONS = WordSet.of("inte ej aldrig icke inga ingen inget");
  private static final Set<String> RESTRICTIONS = Set.of("endast", "bara", "enbart", "uteslutande");
  private static final Set<String> NO_VERBS =
      WordSet.of(
          "alla samtliga dessa denna detta andra berörda rätta egna flera deras våra sina "
              + "obehöriga behöriga rätt ingen");
  private static final Set<String> HAPPENINGS =
      WordSet.of(
          "vara bli ha få leda innebära medföra uppstå orsaka påverka skada drabbas förekomma "
              + "bestå utgöra variera komma finnas hota");

  private final Sentence sentence;
  private final Words words;
  private @Nullable Verdict weak;

  private Modality(Sentence sentence) {
    this.sentence = sentence;
    this.words = sentence.words();
  }

  /// The strongest modal of the sentence's own clauses, or none.
  static @Nullable Verdict of(Sentence sentence) {
    Modality modality = new Modality(sentence);
    Verdict found = null;
    for (int i = 0; i < sentence.size(); i++) {
      Verdict verdict = modality.at(i);
      if (verdict != null && (found == null || rank(verdict) < rank(found))) {
        found = verdict;
      }
    }
    return found != null || modality.isDescription() ? found : modality.weak;
  }

  private static int rank(Verdict verdict) {
    return switch (verdict.strength()) {
      case MUST_NOT, SHALL -> 0;
      case SHOULD -> 1;
      case MAY, NONE -> 2;
    };
  }

  private @Nullable Verdict at(int i) {
    Hit modal = Lexicons.MODALS.at(words, i);
    if (modal == null) {
      return null;
    }
    Verdict verdict = verdict(modal);
    if (verdict == null) {
      return null;
    }
    return switch (place(i)) {
      case MAIN -> verdict;
      case RELATIVE -> {
        weak = weak == null ? verdict : weak;
        yield null;
      }
      case SUBORDINATE -> null;
    };
  }

  private @Nullable Verdict verdict(Hit modal) {
    int from = modal.from();
    int to = modal.to();
    return switch (modal.key()) {
      case "forbidden" -> Verdict.demand(Strength.MUST_NOT, from, to);
      case "shall" -> {
        int negation = negation(modal, 2);
        yield negation < 0
            ? Verdict.demand(Strength.SHALL, from, to)
            : Verdict.demand(
                Strength.MUST_NOT, Math.min(from, negation), Math.max(to, negation + 1));
      }
      case "should" -> Verdict.demand(Strength.SHOULD, from, to);
      case "may" -> permission(modal);
      default -> null;
    };
  }

  private @Nullable Verdict permission(Hit modal) {
    int from = modal.from();
    boolean get = words.at(from).equals("får");
    int negation = negation(modal, 4);
    if (get && negation >= 0) {
      int to = Math.max(modal.to(), negation + 1);
      return Verdict.demand(Strength.MUST_NOT, Math.min(from, negation), to);
    }
    if (get && sentence.holdsAny(from - 2, from + 4, RESTRICTIONS)) {
      return Verdict.demand(Strength.SHALL, from, modal.to());
    }
    boolean can = words.at(from).equals("kan");
    boolean permits = can ? isOffered(modal) : get ? isFollowedByVerb(modal) : true;
    return permits ? new Verdict(Kind.PERMISSION, Strength.MAY, from, modal.to()) : null;
  }

  private boolean isFollowedByVerb(Hit modal) {
    return sentence.holdsInfinitive(modal.to(), modal.to() + LOOK_AHEAD);
  }

  // «Nämnden kan besluta» offers something; «Information kan vara muntlig» only tells how it is.
  private boolean isOffered(Hit modal) {
    if (sentence.cadences().stream().anyMatch(hit -> hit.key().equals("special-reasons"))) {
      return true;
    }
    for (int i = modal.to(); i < Math.min(modal.to() + LOOK_AHEAD, sentence.size()); i++) {
      if (HAPPENINGS.contains(words.at(i)) || Verbs.isPassiveInfinitive(words, i)) {
        return false;
      }
      if (Verbs.isInfinitive(words, i)) {
        return sentence.bearers().stream()
            .anyMatch(hit ->
                hit.to() <= modal.from() + 4 && !sentence.isGoverned(hit) && !hit.genitive());
      }
    }
    return false;
  }

  // «ska inte», «inte får», «får medarbetare inte»; a new clause or a verb ends the search.
  private int negation(Hit modal, int reach) {
    if (NEGATIONS.contains(words.at(modal.from() - 1))) {
      return modal.from() - 1;
    }
    for (int i = modal.to(); i < Math.min(modal.to() + reach, sentence.size()); i++) {
      if (NEGATIONS.contains(words.at(i))) {
        return i;
      }
      if (words.at(i).equals("att") || Verbs.isInfinitive(words, i)) {
        return -1;
      }
    }
    return -1;
  }

  private enum Place {
    MAIN,
    RELATIVE,
    SUBORDINATE
  }

  private Place place(int modal) {
    boolean verbBetween = false;
    for (int i = modal - 1; i >= Math.max(0, modal - LOOK_BACK); i--) {
      String word = words.at(i);
      if (isModal(word)) {
        return Place.MAIN;
      }
      if (QUESTIONS.contains(word) && !verbBetween && i > 0) {
        return Place.SUBORDINATE;
      }
      if (word.equals("att") && isConsequence(i)) {
        return Place.SUBORDINATE;
      }
      if (word.equals("att") && isPurpose(i)) {
        return isInfinitiveClause(i + 1, modal) ? Place.MAIN : Place.SUBORDINATE;
      }
      if (!verbBetween && CONDITIONS.contains(word) && !isOpeningOfPhrase(i)) {
        return Place.SUBORDINATE;
      }
      if (!verbBetween && RELATIVES.contains(word)) {
        return Place.RELATIVE;
      }
      verbBetween |= Verbs.isFinite(words, i);
    }
    return Place.MAIN;
  }

  private static boolean isModal(String word) {
    return word.equals("ska") || word.equals("skall") || word.equals("måste") || word.equals("bör");
  }

  // «för att», «så att»: but «ansvarar för att» names the duty itself.
  private boolean isPurpose(int att) {
    String before = words.at(att - 1);
    boolean answers = words.at(att - 2).startsWith("ansvar");
    return (before.equals("för") || before.equals("så")) && !answers;
  }

  private boolean isConsequence(int att) {
    return words.at(att - 1).equals("gör") || words.at(att - 1).equals("medför");
  }

  // «För att nå målen ska kommunen» against «för att kommunen ska kunna».
  private boolean isInfinitiveClause(int from, int modal) {
    for (int i = from; i < Math.min(from + 3, modal); i++) {
      if (Verbs.isInfinitive(words, i)) {
        return true;
      }
    }
    String first = words.at(from);
    boolean looksLikeVerb = first.endsWith("a") && !NO_VERBS.contains(first);
    boolean verbFollows = Verbs.isInfinitive(words, modal + 1);
    return looksLikeVerb && !verbFollows;
  }

  // «om» as in «frågan om»; a condition opens its clause.
  private boolean isOpeningOfPhrase(int i) {
    return words.at(i).equals("om")
        && i > 0
        && !words.isSetOff(i)
        && !words.at(i - 1).equals("oavsett");
  }

  // «Informationssäkerhet är en del av … som ska bidra», «Här beskrivs de krav som ska gälla»:
  // told, not demanded.
  private boolean isDescription() {
    for (int i = 0; i < Math.min(sentence.size(), LOOK_BACK * 2); i++) {
      boolean isSomething = words.at(i).equals("är") || words.at(i).equals("utgör");
      if (isSomething || Verbs.isDescribing(words, i)) {
        return true;
      }
    }
    return false;
  }
}

package se.tillit.governingdocument.demand;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import se.tillit.governingdocument.text.WordSet;

/// Finds where one sentence holds two demands: `ska fastställa krav … | samt säkerställa att kraven
/// uppfylls`.
final class Splits {

  private static final int MOST = 6;
  private static final int LONGEST_TURN = 4;
  private static final int SHORTEST_PART = 3;
  private static final Set<String> NO_DEMANDS = Set.of("kunna", "vara", "bli", "få", "ha");
  private static final Set<String> BREAKS = WordSet.of("att som ska skall av för med till");

  private final Sentence sentence;
  private final Words words;
  private final Verdict verdict;
  private final String carriedIn;
  private final List<Split> found = new ArrayList<>();

  private Splits(Sentence sentence, Verdict verdict, String carriedIn) {
    this.sentence = sentence;
    this.words = sentence.words();
    this.verdict = verdict;
    this.carriedIn = carriedIn;
  }

  /// @param carriedIn the lead-in of a list item that has no «ska» of its own
  static List<Split> in(Sentence sentence, Verdict verdict, String carriedIn) {
    Splits splits = new Splits(sentence, verdict, carriedIn);
    splits.findVerbs();
    splits.findModals();
    return splits.found.stream().sorted((a, b) -> a.offset() - b.offset()).limit(MOST).toList();
  }

  private void findVerbs() {
    int start = carriedIn.isEmpty() ? verdict.to() : 0;
    int verb = -1;
    String carried = "";
    for (int i = start; i < sentence.size(); i++) {
      if (!Verbs.isInfinitive(words, i) || NO_DEMANDS.contains(words.at(i)) && verb >= 0) {
        continue;
      }
      int turn = turnBefore(i, verb);
      if (verb >= 0 && turn > verb + 1 && !isPurpose(verb)) {
        found.add(new Split(words.start(turn), carried));
        verb = i;
      } else if (verb < 0 || words.at(i - 1).equals("att")) {
        verb = i;
        carried = carried(i);
      }
    }
  }

  // «och», «samt», or a comma, with at most a few words between it and the verb. In the passive,
  // which looks like
  // the present tense, none: «… och integreras», not «… och brukarnas information skyddas».
  private int turnBefore(int verb, int earlier) {
    int longest = Verbs.isPassiveInfinitive(words, verb) ? 1 : LONGEST_TURN;
    for (int i = verb; i > Math.max(earlier + 1, verb - longest - 1); i--) {
      if (i < verb && BREAKS.contains(words.at(i))) {
        return -1;
      }
      if (words.isSetOff(i) || i < verb && sentence.isJoining(i)) {
        return i;
      }
    }
    return -1;
  }

  // «för att stärka … och utveckla …» is one purpose, not two demands; «ansvarar för att …» is the
  // demand.
  private boolean isPurpose(int verb) {
    boolean purpose = words.at(verb - 1).equals("att") && words.at(verb - 2).equals("för");
    return purpose && !words.at(verb - 3).startsWith("ansvar") && verb - 3 > 0;
  }

  private String carried(int verb) {
    boolean deeper = words.at(verb - 1).equals("att") && verb - 1 > verdict.to();
    String own = deeper ? words.written(0, verb) : words.written(0, verdict.to());
    if (carriedIn.isEmpty()) {
      return own;
    }
    String lead =
        carriedIn.endsWith(":") ? carriedIn.substring(0, carriedIn.length() - 1) : carriedIn;
    return deeper ? lead + " " + words.written(0, verb) : lead;
  }

  // «… ska uppfylla kraven | och ett arbetssätt ska tillämpas», «… omfattar allt | och ska
  // genomsyra …».
  private void findModals() {
    for (int i = 1; i < sentence.size(); i++) {
      boolean modal = words.at(i).equals("ska") || words.at(i).equals("skall");
      if (!modal) {
        continue;
      }
      if (i > verdict.to() + SHORTEST_PART) {
        addModal(firstTurn(verdict.to(), i), "");
      } else if (i == verdict.from() && i > SHORTEST_PART && sentence.isJoining(i - 1)) {
        int finite = firstFinite(i);
        if (finite > 0) {
          addModal(i - 1, words.written(0, finite));
        }
      }
    }
  }

  private void addModal(int turn, String carried) {
    if (turn > 0 && found.stream().noneMatch(split -> split.offset() == words.start(turn))) {
      found.add(new Split(words.start(turn), carried));
    }
  }

  // The first «och» that no further verb follows before the second «ska»; a clause of its own stays
  // whole.
  private int firstTurn(int from, int modal) {
    int turn = -1;
    for (int i = modal - 1; i > from + 1; i--) {
      if (Verbs.isInfinitive(words, i) || words.at(i).equals("att") || words.at(i).equals("hur")) {
        return turn;
      }
      if (sentence.isJoining(i)) {
        turn = i;
      }
    }
    return turn;
  }

  private int firstFinite(int before) {
    for (int i = 1; i < before; i++) {
      if (Verbs.isFinite(words, i)) {
        return i;
      }
    }
    return -1;
  }
}

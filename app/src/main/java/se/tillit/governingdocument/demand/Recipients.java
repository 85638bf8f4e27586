package se.tillit.governingdocument.demand;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Finds who is to get a report: `till kommundirektörens ledningsgrupp och samtliga nämnder`.
final class Recipients {

  private static final Set<String> LEADING = Set.of("till", "för", "vid", "inför");

  private Recipients() {}

  static List<Hit> in(Sentence sentence) {
    int reporting = firstReporting(sentence);
    List<Hit> found = new ArrayList<>();
    if (reporting < 0) {
      return found;
    }
    int lastEnd = -1;
    for (Hit bearer : sentence.bearers()) {
      int start = sentence.phraseStart(bearer);
      boolean led = isLed(sentence, start - 1, reporting);
      boolean joined = lastEnd >= 0 && isJoined(sentence, lastEnd, start);
      if (!bearer.genitive() && (led || joined)) {
        found.add(bearer);
        lastEnd = bearer.to();
      }
    }
    return found;
  }

  private static int firstReporting(Sentence sentence) {
    for (int i = 0; i < sentence.size(); i++) {
      if (Verbs.isReporting(sentence.words(), i)) {
        return i;
      }
    }
    return -1;
  }

  // «för» leads to a recipient only straight after the verb: «redovisas för nämnden», not «ansvarar
  // för nämnden».
  private static boolean isLed(Sentence sentence, int preposition, int reporting) {
    String word = sentence.at(preposition);
    if (preposition <= reporting || !LEADING.contains(word)) {
      return false;
    }
    return !word.equals("för") || followsReport(sentence, preposition);
  }

  private static boolean followsReport(Sentence sentence, int preposition) {
    for (int i = preposition - 1; i >= Math.max(0, preposition - 3); i--) {
      if (Verbs.isReporting(sentence.words(), i) && Verbs.isVerb(sentence.words(), i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isJoined(Sentence sentence, int from, int to) {
    if (to - from > 2 || to < from) {
      return false;
    }
    boolean comma = to == from && sentence.words().isSetOff(from);
    return comma || to > from && sentence.isJoining(from);
  }
}

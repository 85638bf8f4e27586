package se.tillit.governingdocument.demand;

import java.util.Set;
import se.tillit.governingdocument.text.WordSet;

/// Recognises the forms of Swedish verbs that matter: infinitives after «ska», duties, practice in
/// the passive.
final class Verbs {

  private static final Set<String> INFINITIVE_ENDINGS =
      WordSet.of("era ställa föra göra lägga sätta hålla följa skydda vidta utreda");
  private static final Set<String> FINITE =
      WordSet.of(
          "är har finns blir gäller behövs krävs sker används hanteras omfattar utgör innebär "
              + "avser berör beskriver anger framgår syftar behandlas ingår består bygger kräver "
              + "begär önskar lagras ställs");
  private static final Set<String> DESCRIBING =
      WordSet.of(
          "beskriver beskrivs anger anges framgår redogör redovisar innehåller syftar fastslår "
              + "fastställer reglerar regleras definierar återfinns");

  private Verbs() {}

  /// True for `fastställa` and, in the passive, `fastställas`.
  static boolean isInfinitive(Words words, int at) {
    String word = words.at(at);
    return isActiveInfinitive(word)
        || word.length() > 2
            && word.endsWith("s")
            && isActiveInfinitive(word.substring(0, word.length() - 1));
  }

  private static boolean isActiveInfinitive(String word) {
    return listed("infinitive", word)
        || word.length() > 5 && INFINITIVE_ENDINGS.stream().anyMatch(word::endsWith);
  }

  /// True for an infinitive in the passive: `rapporteras`, `fastställas`.
  static boolean isPassiveInfinitive(Words words, int at) {
    return words.at(at).endsWith("as") && isInfinitive(words, at);
  }

  static boolean isDuty(Words words, int at) {
    return listed("duty", words.at(at));
  }

  static boolean isPractice(Words words, int at) {
    return listed("practice", words.at(at));
  }

  static boolean isReporting(Words words, int at) {
    return listed("reporting", words.at(at));
  }

  static boolean isDescribing(Words words, int at) {
    return DESCRIBING.contains(words.at(at));
  }

  /// True for a verb in the present tense, as far as its form tells.
  static boolean isFinite(Words words, int at) {
    String word = words.at(at);
    return FINITE.contains(word)
        || isDuty(words, at)
        || isPractice(words, at)
        || word.length() > 5 && (word.endsWith("as") || word.endsWith("erar"));
  }

  /// True for an infinitive or a present tense.
  static boolean isVerb(Words words, int at) {
    return isInfinitive(words, at) || isFinite(words, at);
  }

  private static boolean listed(String key, String word) {
    return Lexicons.VERBS.holds(key, word);
  }
}

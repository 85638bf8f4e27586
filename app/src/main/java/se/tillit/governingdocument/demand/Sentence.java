package se.tillit.governingdocument.demand;

import java.util.List;
import java.util.Set;
import se.tillit.governingdocument.text.WordSet;

/// A sentence with its words and the phrases of the word lists found in it.
final class Sentence {

  private static final Set<String> PREPOSITIONS =
      WordSet.of(
          "i inom på av till från för hos med vid under utan mellan mot åt om enligt genom "
              + "efter över inför kring");
  private static final Set<String> DETERMINERS =
      WordSet.of(
          "varje alla samtliga respektive berörda berörd dess de den det kommunens bolagets "
              + "bolagens våra vår sin sina övriga flera olika närmaste enskild enskilda nya närmsta "
              + "ansvarig någon en ett egna hela all");
  private static final Set<String> PLACES = Set.of("kommun", "kommuns", "region", "regions");
  private static final Set<String> JOINING = Set.of("och", "samt", "eller", "respektive");

  private final Words words;
  private final List<Hit> bearers;
  private final List<Hit> cadences;
  private final List<Hit> laws;

  private Sentence(Words words) {
    this.words = words;
    this.bearers = Lexicons.BEARERS.in(words);
    this.cadences = Lexicons.CADENCES.in(words);
    this.laws = Lexicons.LAWS.in(words);
  }

  static Sentence of(String text) {
    return new Sentence(Words.of(text));
  }

  Words words() {
    return words;
  }

  List<Hit> bearers() {
    return bearers;
  }

  List<Hit> cadences() {
    return cadences;
  }

  List<Hit> laws() {
    return laws;
  }

  int size() {
    return words.size();
  }

  String at(int i) {
    return words.at(i);
  }

  boolean isPreposition(int i) {
    return PREPOSITIONS.contains(words.at(i));
  }

  boolean isJoining(int i) {
    return JOINING.contains(words.at(i));
  }

  /// The first word of the noun phrase that ends in a hit: `varje respektive nämnd`, `Storkommuns
  /// dataskyddsombud`.
  int phraseStart(Hit hit) {
    int at = hit.from();
    while (at > 0 && hit.from() - at < 3 && !words.isSetOff(at) && belongs(at - 1)) {
      at--;
    }
    return at;
  }

  private boolean belongs(int i) {
    String word = words.at(i);
    boolean place = PLACES.contains(words.at(i + 1));
    boolean name = words.startsLarge(i) && (word.endsWith("s") || place);
    return DETERMINERS.contains(word) || name || word.endsWith("kommuns");
  }

  /// True when a preposition governs the phrase, which then is not who acts.
  boolean isGoverned(Hit hit) {
    return isPreposition(phraseStart(hit) - 1);
  }

  /// True when one of the words from one place up to another is among some.
  boolean holdsAny(int from, int to, Set<String> wanted) {
    for (int i = Math.max(0, from); i < Math.min(to, size()); i++) {
      if (wanted.contains(words.at(i))) {
        return true;
      }
    }
    return false;
  }

  boolean holdsInfinitive(int from, int to) {
    for (int i = Math.max(0, from); i < Math.min(to, size()); i++) {
      if (Verbs.isInfinitive(words, i)) {
        return true;
      }
    }
    return false;
  }
}

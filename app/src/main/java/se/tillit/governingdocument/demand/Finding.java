package se.tillit.governingdocument.demand;

/// Something found in a clause, with the words that led there and where they stand.
///
/// @param start the first character of the words in the clause's own text, or -1 when they stand
///   elsewhere
public record Finding(Topic topic, String key, String words, Origin origin, int start) {

  Finding from(Origin elsewhere) {
    return new Finding(topic, key, words, elsewhere, -1);
  }
}

package se.tillit.governingdocument.demand;

/// A phrase of a word list found in a sentence, from one word up to but not including another.
record Hit(String key, int from, int to, boolean genitive) {

  int length() {
    return to - from;
  }

  boolean covers(int word) {
    return from <= word && word < to;
  }
}

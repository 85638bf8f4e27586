package se.tillit.governingdocument.demand;

import java.util.List;

/// Words in a row, each written out or with `*` for any beginning or end.
record Phrase(String key, List<String> words) {

  /// How well the phrase stands at a place: 0 not at all, 1 with its last word in the genitive, 2
  /// as written.
  int matches(Words sentence, int at) {
    int last = words.size() - 1;
    for (int i = 0; i < last; i++) {
      if (!matches(words.get(i), sentence.at(at + i))) {
        return 0;
      }
    }
    String word = sentence.at(at + last);
    if (matches(words.get(last), word)) {
      return 2;
    }
    return word.endsWith("s") && matches(words.get(last), word.substring(0, word.length() - 1))
        ? 1
        : 0;
  }

  private static boolean matches(String pattern, String word) {
    if (pattern.startsWith("*") && pattern.endsWith("*")) {
      return word.contains(pattern.substring(1, pattern.length() - 1));
    }
    if (pattern.startsWith("*")) {
      return word.endsWith(pattern.substring(1));
    }
    if (pattern.endsWith("*")) {
      return word.startsWith(pattern.substring(0, pattern.length() - 1));
    }
    return pattern.equals(word);
  }

  boolean isWord(String word) {
    return words.size() == 1 && matches(words.getFirst(), word);
  }

  boolean isWild() {
    return words.stream().anyMatch(word -> word.startsWith("*"));
  }
}

package se.tillit.governingdocument.text;

import java.util.Set;

/// Small words that mean something to the reader of a text, written as one line with spaces
/// between.
public final class WordSet {

  private WordSet() {}

  public static Set<String> of(String spaced) {
    return Set.of(spaced.strip().split("\\s+"));
  }
}

package se.tillit.governingdocument.comparison;

import java.util.ArrayList;
import java.util.List;

/// Cuts a text where another text of the same words was cut.
public final class Cuts {

  private Cuts() {}

  /// The text in as many pieces as there are parts, each with the words of its part; empty when the
  /// words are not the same.
  public static List<String> like(List<String> parts, String text) {
    var pieces = new ArrayList<String>();
    int from = 0;
    for (int at = 0; at < parts.size(); at++) {
      boolean last = at == parts.size() - 1;
      int to = last ? text.length() : startOfWord(text, from, words(parts.get(at)));
      if (to < 0 || !same(text.substring(from, to), parts.get(at))) {
        return List.of();
      }
      pieces.add(text.substring(from, to).strip());
      from = to;
    }
    return List.copyOf(pieces);
  }

  private static int words(String part) {
    return PlainWords.of(part).words().size();
  }

  private static boolean same(String piece, String part) {
    return PlainWords.of(piece).joined().equals(PlainWords.of(part).joined());
  }

  // Where the white space before the word with this number ends; signs before a word are its own.
  private static int startOfWord(String text, int from, int number) {
    int seen = 0;
    boolean inside = false;
    int chunk = from;
    for (int i = from; i < text.length(); i++) {
      if (Character.isWhitespace(text.charAt(i))) {
        chunk = i + 1;
      }
      boolean letter = Character.isLetterOrDigit(text.charAt(i));
      if (letter && !inside && ++seen > number) {
        return chunk > from ? chunk : i;
      }
      inside = letter;
    }
    return -1;
  }
}

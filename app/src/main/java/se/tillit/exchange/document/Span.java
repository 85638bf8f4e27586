package se.tillit.exchange.document;

/// A stretch of words in one emphasis.
public record Span(String text, Emphasis emphasis) {

  /// How strongly words are said.
  public enum Emphasis {
    NONE,
    STRONG,
    STRESSED
  }

  public static Span of(String text) {
    return new Span(text, Emphasis.NONE);
  }

  public static Span strong(String text) {
    return new Span(text, Emphasis.STRONG);
  }

  public static Span stressed(String text) {
    return new Span(text, Emphasis.STRESSED);
  }
}

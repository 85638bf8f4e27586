package se.tillit.web;

import org.jspecify.annotations.Nullable;

/// A term and its value. A value that is missing is said to be missing, not left blank.
public record Fact(String term, @Nullable String value, @Nullable String href) {

  public static Fact of(String term, @Nullable String value) {
    return new Fact(term, value, null);
  }

  public static Fact link(String term, @Nullable String value, String href) {
    return new Fact(term, value, href);
  }
}

package se.tillit.web;

import java.util.Locale;

/// How much air lists have: comfortable for reading, compact for those who live in them.
public enum Density {
  COMFORTABLE,
  COMPACT;

  /// The word that the page's `data-density` attribute and the form use.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

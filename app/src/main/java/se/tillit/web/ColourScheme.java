package se.tillit.web;

import java.util.Locale;

/// Light, dark, or whichever the device asks for.
public enum ColourScheme {
  AUTO,
  LIGHT,
  DARK;

  /// The word that the page's `data-color-scheme` attribute and the form use.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

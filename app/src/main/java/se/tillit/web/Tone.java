package se.tillit.web;

import java.util.Locale;

/// How a message sounds; the colour and the shape follow.
public enum Tone {
  INFO,
  SUCCESS,
  WARNING,
  DANGER;

  /// The word that the design system's `data-color` attribute uses.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Icon icon() {
    return switch (this) {
      case INFO -> Icon.INFO;
      case SUCCESS -> Icon.CHECK;
      case WARNING -> Icon.WARNING;
      case DANGER -> Icon.STOP;
    };
  }
}

package se.tillit.incident.regime;

import java.util.Locale;

/// How sure a fact is: read in the source, read second-hand, our own reading, or from memory. Only
/// the first is told without a word of caution.
public enum Confidence {
  VERIFIED,
  SECONDARY,
  INFERENCE,
  MEMORY;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean isSure() {
    return this == VERIFIED;
  }
}

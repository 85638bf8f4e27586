package se.tillit.improvement;

import java.util.Locale;

/// How much an action matters beside the others.
public enum Priority {
  HIGH,
  NORMAL,
  LOW;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}

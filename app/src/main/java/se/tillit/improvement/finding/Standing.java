package se.tillit.improvement.finding;

import java.util.Locale;

/// How far a finding has come.
public enum Standing {
  OPEN,
  DECIDED,
  CLOSED;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}

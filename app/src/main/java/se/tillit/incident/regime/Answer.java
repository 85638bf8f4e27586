package se.tillit.incident.regime;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// An answer to a question of significance: "not known yet" is an answer, and keeps the clock
/// running.
public enum Answer {
  YES,
  NO,
  UNKNOWN;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Answer> of(String key) {
    return Arrays.stream(values()).filter(it -> it.key().equals(key)).findFirst();
  }
}

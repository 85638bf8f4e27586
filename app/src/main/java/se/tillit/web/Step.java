package se.tillit.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One step of a guided decision.
///
/// @param href goes back to it; absent when it can't be reached yet
public record Step(String label, Progress progress, @Nullable String href) {

  /// How far a step has come.
  public enum Progress {
    DONE,
    CURRENT,
    AHEAD;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}

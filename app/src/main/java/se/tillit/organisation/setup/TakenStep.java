package se.tillit.organisation.setup;

import java.util.Locale;
import se.tillit.organisation.SetupStep;

/// A step as it stands for the one who looks.
///
/// @param open whether she may take it herself
public record TakenStep(String key, SetupStep.Ways ways, boolean open, int there, int lacking) {

  /// How far a step has come.
  public enum Progress {
    DONE,
    BEGUN,
    AHEAD
  }

  public Progress progress() {
    if (there == 0) {
      return Progress.AHEAD;
    }
    return lacking == 0 ? Progress.DONE : Progress.BEGUN;
  }

  public String word() {
    return progress().name().toLowerCase(Locale.ROOT);
  }

  public boolean isDone() {
    return progress() == Progress.DONE;
  }
}

package se.tillit.incident.clock;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which clocks a list shows.
///
/// @param which `running`, `late`, `ended`, or `exercise`: those that run in exercises
public record ClockFilter(@Nullable String regime, @Nullable UUID body, @Nullable String which) {

  public String shownWhich() {
    return which == null || !List.of("late", "ended", "exercise").contains(which)
        ? "running"
        : which;
  }

  public boolean isEmpty() {
    return blank(regime) && body == null && shownWhich().equals("running");
  }

  boolean isOfExercises() {
    return shownWhich().equals("exercise");
  }

  static boolean blank(@Nullable String text) {
    return text == null || text.isBlank();
  }
}

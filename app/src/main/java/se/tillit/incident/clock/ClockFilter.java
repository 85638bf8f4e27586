package se.tillit.incident.clock;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which clocks a list shows.
///
/// @param which `running`, `late`, or `ended`
public record ClockFilter(@Nullable String regime, @Nullable UUID body, @Nullable String which) {

  public String shownWhich() {
    return which == null || !List.of("late", "ended").contains(which) ? "running" : which;
  }

  public boolean isEmpty() {
    return blank(regime) && body == null && shownWhich().equals("running");
  }

  static boolean blank(@Nullable String text) {
    return text == null || text.isBlank();
  }
}

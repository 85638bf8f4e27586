package se.tillit.improvement.action;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.tillit.improvement.NewAction;
import se.tillit.kernel.Refused;

/// An action as somebody wants it written: what any module may say, and what a plan adds.
record Draft(NewAction action, String goal, @Nullable LocalDate start, String cost) {

  private static final int LONGEST_TITLE = 200;

  Draft {
    if (action.title().isBlank()) {
      throw new Refused("improvement.action.title-missing").at("title");
    }
    if (action.title().length() > LONGEST_TITLE) {
      throw new Refused("improvement.action.title-long", LONGEST_TITLE).at("title");
    }
    if (start != null && start.isAfter(action.due())) {
      throw new Refused("improvement.action.starts-after-due").at("start");
    }
  }

  static Draft of(NewAction action) {
    return new Draft(action, "", null, "");
  }
}

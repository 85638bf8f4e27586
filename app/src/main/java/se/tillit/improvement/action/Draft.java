package se.tillit.improvement.action;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.improvement.NewAction;
import se.tillit.kernel.Refused;

/// An action as somebody wants it written: what any module may say, and what a plan adds.
record Draft(NewAction action, String goal, @Nullable LocalDate start, Cost cost, Change change) {

  private static final int LONGEST_TITLE = 200;
  private static final long MOST_KRONOR = 1_000_000_000_000L;

  /// What it costs, in kronor and in words.
  record Cost(@Nullable Long kronor, String words) {

    static final Cost UNKNOWN = new Cost(null, "");
  }

  /// The goal that it serves, and why its last day moves when it does.
  record Change(@Nullable UUID servedGoal, String dueReason) {

    static final Change NONE = new Change(null, "");
  }

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
    Long kronor = cost.kronor();
    if (kronor != null && (kronor < 0 || kronor > MOST_KRONOR)) {
      throw new Refused("improvement.action.cost-wrong").at("costSek");
    }
  }

  static Draft of(NewAction action) {
    return new Draft(action, "", null, Cost.UNKNOWN, Change.NONE);
  }
}

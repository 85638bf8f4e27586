package se.tillit.deadline;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which of all deadlines are wanted; both days included.
record DeadlineFilter(
    LocalDate from,
    LocalDate to,
    @Nullable UUID unit,
    @Nullable UUID body,
    @Nullable String kind,
    Whose whose) {

  /// Everybody's or one's own; with or without those done.
  record Whose(boolean mine, boolean openOnly) {

    static final Whose ALL = new Whose(false, false);
  }

  static DeadlineFilter between(LocalDate from, LocalDate to) {
    return new DeadlineFilter(from, to, null, null, null, Whose.ALL);
  }
}

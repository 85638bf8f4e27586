package se.tillit.incident.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One thing that a clock demands, open until it is submitted.
///
/// @param base what its time is counted from; none until the event has been handled
/// @param due the last moment that law or agreement sets
/// @param advised what we advise where there is no such moment
public record ClockStep(
    UUID id,
    String code,
    int round,
    String name,
    boolean optional,
    String recipient,
    String countsFrom,
    @Nullable Instant base,
    @Nullable Instant due,
    @Nullable Instant advised,
    String extendedBecause,
    State state,
    @Nullable Submission submission) {

  static final Duration NEAR = Duration.ofHours(12);

  /// Open, submitted, or ended with its clock.
  public enum State {
    OPEN,
    SUBMITTED,
    ENDED;

    static State of(String key) {
      return valueOf(key.toUpperCase(Locale.ROOT));
    }
  }

  /// What was sent, and the receipt.
  ///
  /// @param stage the step itself, or the one that stands in its place
  /// @param recipient as it was called then
  public record Submission(
      String stage,
      Instant at,
      String recipient,
      String channel,
      String caseNumber,
      String submitter,
      String approver,
      String lateBecause) {}

  public boolean isOpen() {
    return state == State.OPEN;
  }

  /// Whether it is demanded, and its last moment has passed.
  public boolean isLate(Instant now) {
    return isOpen() && !optional && due != null && now.isAfter(due);
  }

  public @Nullable Instant nextAt() {
    return due == null ? advised : due;
  }

  public boolean isExtended() {
    return !extendedBecause.isEmpty();
  }

  /// How it stands: kept, at risk or overdue. A step without a limit in law is never overdue.
  public se.tillit.web.State standing(Instant now) {
    Submission sent = submission;
    if (sent != null) {
      return due != null && !optional && sent.at().isAfter(due)
          ? se.tillit.web.State.NOT_KEPT
          : se.tillit.web.State.KEPT;
    }
    Instant next = nextAt();
    if (state == State.ENDED || next == null) {
      return se.tillit.web.State.NOT_MEASURED;
    }
    if (isLate(now)) {
      return se.tillit.web.State.NOT_KEPT;
    }
    if (optional && now.isAfter(next)) {
      return se.tillit.web.State.NOT_MEASURED;
    }
    boolean near = !now.isBefore(next.minus(NEAR)) || isPastThreeQuarters(now, next);
    return near ? se.tillit.web.State.AT_RISK : se.tillit.web.State.KEPT;
  }

  private boolean isPastThreeQuarters(Instant now, Instant next) {
    Instant from = base;
    if (from == null) {
      return false;
    }
    long whole = Duration.between(from, next).toSeconds();
    return whole > 0 && Duration.between(from, now).toSeconds() * 4 >= whole * 3;
  }
}

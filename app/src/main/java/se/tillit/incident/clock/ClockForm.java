package se.tillit.incident.clock;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.kernel.Sweden;

/// What is typed about a clock, on whichever of its forms.
///
/// @param at a moment as a clock in Sweden shows it, `2026-11-21T14:05`
public record ClockForm(
    @Nullable Integer version,
    @Nullable UUID step,
    @Nullable String stage,
    @Nullable String at,
    @Nullable String due,
    @Nullable String channel,
    @Nullable String caseNumber,
    @Nullable String submitter,
    @Nullable String approver,
    @Nullable String lateBecause,
    @Nullable String reason,
    @Nullable String decider,
    @Nullable Boolean delegate,
    @Nullable String delegationPoint,
    @Nullable String number) {

  private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

  static ClockForm empty() {
    return new ClockForm(
        null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
  }

  int readVersion() {
    return version == null ? -1 : version;
  }

  UUID readStep() {
    return step == null ? new UUID(0, 0) : step;
  }

  static String text(@Nullable String typed) {
    return typed == null ? "" : typed;
  }

  /// A moment in Sweden. Of an hour that comes twice in the autumn the first is meant: the safe
  /// side.
  static @Nullable Instant moment(@Nullable String typed) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    try {
      LocalDateTime local = LocalDateTime.parse(typed.strip().replace(' ', 'T'));
      return local.atZone(Sweden.ZONE).withEarlierOffsetAtOverlap().toInstant();
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  static String typed(@Nullable Instant moment) {
    return moment == null ? "" : TYPED.format(moment.atZone(Sweden.ZONE));
  }

  Orders.Sent sent() {
    return new Orders.Sent(
        readStep(),
        text(stage),
        moment(at),
        text(channel),
        text(caseNumber),
        text(submitter),
        text(approver),
        text(lateBecause));
  }

  Orders.NotReported notReported() {
    return new Orders.NotReported(
        text(reason),
        text(decider),
        moment(at),
        Boolean.TRUE.equals(delegate) || !text(delegationPoint).isBlank(),
        text(delegationPoint),
        text(number));
  }
}

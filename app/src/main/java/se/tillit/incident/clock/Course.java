package se.tillit.incident.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tillit.incident.regime.Base;
import se.tillit.incident.regime.Regime;
import se.tillit.incident.regime.Rung;
import se.tillit.incident.regime.Span;
import se.tillit.incident.regime.Step;

/// How a clock runs by its regime: what opens when it starts, when something is submitted, and when
/// the event has been handled.
///
/// @param agreed the time that a contract or policy gives this clock
record Course(Regime regime, @Nullable Span agreed) {

  /// A step that has opened, with its last moment, or the moment we advise.
  ///
  /// @param base what its time is counted from; none until the event has been handled
  record Opening(
      Step step, @Nullable Instant base, @Nullable Instant due, @Nullable Instant advised) {}

  /// A time to tell somebody.
  record Reminder(int rung, Instant at, List<String> roles, boolean late) {}

  List<Opening> started(Instant start) {
    return regime.opening(Base.From.START).stream().map(it -> opening(it, start)).toList();
  }

  /// What opens when a step is submitted as itself or as the one that may stand in its place.
  List<Opening> submitted(Step step, String as, Instant at, @Nullable Instant handledAt) {
    var opened = new ArrayList<Opening>();
    if (as.equals(step.code())) {
      regime.opening(Base.From.SUBMISSION, as).forEach(it -> opened.add(opening(it, at)));
    }
    for (Step waiting : regime.opening(Base.From.HANDLED, as)) {
      opened.add(handled(waiting, handledAt));
    }
    return opened;
  }

  /// A step that waits for the event to be handled, and then has its time.
  Opening handled(Step waiting, @Nullable Instant handledAt) {
    return handledAt == null ? new Opening(waiting, null, null, null) : opening(waiting, handledAt);
  }

  /// What the recipient has asked for, by the day it named.
  Opening requested(Step step, Instant at, Instant due) {
    return new Opening(step, at, due, null);
  }

  Opening opening(Step step, Instant base) {
    Instant due = step.due().deadline(base, agreed);
    return new Opening(step, base, due, due == null ? step.due().advised(base) : null);
  }

  /// When to tell whom about a step.
  List<Reminder> reminders(Opening opening) {
    var reminders = new ArrayList<Reminder>();
    Instant base = opening.base();
    if (base == null) {
      return reminders;
    }
    int number = 0;
    for (Rung rung : regime.ladder()) {
      int place = number++;
      // Where the law or a contract sets a limit, the reminders count towards it.
      if (rung.side() == Rung.Side.AFTER_START && rung.span() != null && opening.due() != null) {
        continue;
      }
      rung.at(base, opening.due())
          .ifPresent(at ->
              reminders.add(
                  new Reminder(
                      place,
                      at,
                      rung.tell(),
                      opening.due() != null && !at.isBefore(opening.due()))));
    }
    return reminders;
  }
}

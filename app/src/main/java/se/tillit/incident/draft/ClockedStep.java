package se.tillit.incident.draft;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.tillit.incident.regime.Regime;
import se.tillit.incident.regime.Step;

/// A step of a clock that a draft may be written for.
///
/// @param incident none for a clock that runs without one
/// @param recipient the code of who receives it
/// @param live whether its clock runs or was kept; not when it is switched off or not reported
/// @param sent what was submitted; none while it is open
record ClockedStep(
    UUID id,
    @Nullable UUID incident,
    OfClock clock,
    String code,
    int round,
    String recipient,
    boolean open,
    boolean live,
    @Nullable Instant due,
    String lateBecause,
    @Nullable Submitted sent) {

  /// The clock it belongs to, and who answers for it.
  ///
  /// @param title what it is about, where there is no case to say so
  record OfClock(
      UUID id,
      String regime,
      UUID definition,
      String name,
      String title,
      @Nullable UUID body,
      @Nullable UUID entity,
      String responsible,
      Instant startedAt) {}

  /// The clock's own submission.
  record Submitted(
      String stage,
      Instant at,
      Instant recordedAt,
      String recipient,
      String channel,
      String caseNumber,
      String submitter) {}

  /// Whether it is, or was, submitted after its last moment.
  boolean isLate(Instant now) {
    Instant at = sent == null ? now : sent.at();
    return due != null && at.isAfter(due);
  }

  boolean isLetter() {
    return Letters.isFor(recipient);
  }

  /// Itself, and what may be submitted in its place, where the recipient asks for fields.
  List<Step> stages(Regime regime) {
    Step step = regime.step(code).orElseThrow();
    return Stream.concat(Stream.of(step), regime.step(step.instead()).stream())
        .filter(it -> !it.fields().isEmpty())
        .toList();
  }
}

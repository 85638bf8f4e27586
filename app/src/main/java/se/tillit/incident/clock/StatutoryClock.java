package se.tillit.incident.clock;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One regime's clock for one who answers for it: the municipality or a company, a board, or
/// whoever signed a contract.
///
/// @param incident none for a clock that runs without one
/// @param exercise the exercise that its case belongs to
/// @param now what time it was in its case when it was read
/// @param agreed the time a contract or policy gives it, such as `48 hours`; empty where the law
///   does
public record StatutoryClock(
    UUID id,
    @Nullable UUID incident,
    @Nullable UUID exercise,
    String reference,
    String regime,
    UUID definition,
    String name,
    Responsible responsible,
    String title,
    String agreed,
    State state,
    Start start,
    String diaryNumber,
    @Nullable Waiver waiver,
    List<ClockStep> steps,
    Instant now,
    int version) {

  public StatutoryClock {
    steps = List.copyOf(steps);
  }

  /// Running, done as demanded, decided not to be reported, or switched off by another regime.
  public enum State {
    RUNNING,
    KEPT,
    WAIVED,
    EXCLUDED;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String key) {
      return valueOf(key.toUpperCase(Locale.ROOT));
    }
  }

  /// Who answers, and whom outside it concerns.
  public record Responsible(
      @Nullable UUID legalEntity, @Nullable UUID body, String name, String counterparty) {

    public UUID id() {
      UUID id = body == null ? legalEntity : body;
      if (id == null) {
        throw new IllegalStateException("nobody answers");
      }
      return id;
    }
  }

  /// When it started, and who said so when.
  public record Start(Instant at, String declaredBy, Instant declaredAt) {}

  /// Why it is not reported, and by whose decision.
  public record Waiver(
      String because, String by, Instant at, boolean delegate, String delegationPoint) {}

  /// What there is to do next: what is late before what is only advised.
  public Optional<ClockStep> next() {
    return steps.stream()
        .filter(it -> it.isLate(now))
        .min(
            Comparator.comparing(
                ClockStep::nextAt, Comparator.nullsLast(Comparator.naturalOrder())))
        .or(this::first);
  }

  /// The open step whose moment comes first.
  Optional<ClockStep> first() {
    return steps.stream()
        .filter(ClockStep::isOpen)
        .min(
            Comparator.comparing(
                ClockStep::nextAt, Comparator.nullsLast(Comparator.naturalOrder())));
  }

  public Optional<ClockStep> step(UUID step) {
    return steps.stream().filter(it -> it.id().equals(step)).findFirst();
  }

  public boolean isLive() {
    return state == State.RUNNING || state == State.KEPT;
  }
}

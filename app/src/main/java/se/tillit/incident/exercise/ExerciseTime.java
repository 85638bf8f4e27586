package se.tillit.incident.exercise;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What time it is in an exercise: it begins when the exercise starts, goes so many times faster
/// than outside, and stands still while it is paused and when it has ended. The statement function
/// `incident.time_in_exercise` says the same.
public record ExerciseTime(Instant start, int factor, List<Run> runs) {

  /// A stretch of real time during which the exercise ran; the last one may be open.
  public record Run(Instant from, @Nullable Instant to) {}

  public ExerciseTime {
    if (factor < 1 || factor > 60) {
      throw new IllegalArgumentException("An exercise's clock goes 1 to 60 times faster");
    }
    runs = List.copyOf(runs);
  }

  /// The exercise's time at a moment outside it.
  public Instant at(Instant real) {
    return start.plus(passed(real));
  }

  /// How long the exercise had lasted, by its own clock, at a moment outside it.
  public Duration passed(Instant real) {
    Duration ran = Duration.ZERO;
    for (Run run : runs) {
      Instant end = run.to() == null || run.to().isAfter(real) ? real : run.to();
      if (end.isAfter(run.from())) {
        ran = ran.plus(Duration.between(run.from(), end));
      }
    }
    return ran.multipliedBy(factor);
  }

  /// When, outside, it will have lasted so long; none while it stands still.
  public Optional<Instant> reaches(Duration length, Instant real) {
    boolean runs = runs().stream().anyMatch(it -> it.to() == null);
    Duration left = length.minus(passed(real));
    if (!runs || left.isNegative()) {
      return runs ? Optional.of(real) : Optional.empty();
    }
    return Optional.of(real.plus(left.dividedBy(factor)).plusMillis(1));
  }
}

package se.tillit.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.tillit.kernel.Sweden;

/// The night's work runs once every night, also in the night that lacks its hour and in the one
/// that has it twice.
class NightTest {

  @Test
  void comesOnceInTheNightWithoutTwoOClock() {
    assertThat(nights(Instant.parse("2027-03-26T12:00:00Z"), 4))
        .containsExactly(
            Instant.parse("2027-03-27T01:00:00Z"),
            Instant.parse("2027-03-28T01:00:00Z"),
            Instant.parse("2027-03-29T00:00:00Z"),
            Instant.parse("2027-03-30T00:00:00Z"));
  }

  @Test
  void comesOnceInTheNightWithTwoOClockTwice() {
    assertThat(nights(Instant.parse("2026-10-23T12:00:00Z"), 4))
        .containsExactly(
            Instant.parse("2026-10-24T00:00:00Z"),
            Instant.parse("2026-10-25T00:00:00Z"),
            Instant.parse("2026-10-26T01:00:00Z"),
            Instant.parse("2026-10-27T01:00:00Z"));
  }

  @Test
  void comesOnEveryDayOfTheYear() {
    List<LocalDate> days =
        nights(Instant.parse("2026-01-01T12:00:00Z"), 365).stream()
            .map(night -> LocalDate.ofInstant(night, Sweden.ZONE))
            .toList();
    assertThat(days).doesNotHaveDuplicates().startsWith(LocalDate.of(2026, 1, 2));
    assertThat(days.getLast()).isEqualTo(LocalDate.of(2027, 1, 1));
  }

  /// The nights after a moment, each of which takes three minutes' work.
  private static List<Instant> nights(Instant from, int count) {
    var nights = new ArrayList<Instant>();
    Instant next = JobConfiguration.NIGHT.getInitialExecutionTime(from);
    while (nights.size() < count) {
      nights.add(next);
      var execution = new Execution(next, new TaskInstance<>("night", "recurring"));
      next =
          JobConfiguration.NIGHT.getNextExecutionTime(
              ExecutionComplete.success(execution, next, next.plus(Duration.ofMinutes(3))));
    }
    return nights;
  }
}

package se.tillit.incident.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import se.tillit.incident.exercise.ExerciseTime.Run;

class ExerciseTimeTest {

  private static final Instant NINE = Instant.parse("2026-11-21T08:00:00Z");

  @Test
  @Tag("M-2.2d")
  void goesAsManyTimesFasterAsTheLeaderHasChosen() {
    var time = new ExerciseTime(NINE, 60, List.of(new Run(NINE, null)));
    assertThat(time.at(minutes(24))).isEqualTo(NINE.plus(Duration.ofHours(24)));
    assertThat(time.at(minutes(72))).isEqualTo(NINE.plus(Duration.ofHours(72)));
  }

  @Test
  void standsStillWhileItIsPaused() {
    var time =
        new ExerciseTime(
            NINE, 2, List.of(new Run(NINE, minutes(10)), new Run(minutes(40), minutes(45))));
    assertThat(time.passed(minutes(5))).isEqualTo(Duration.ofMinutes(10));
    assertThat(time.passed(minutes(30))).isEqualTo(Duration.ofMinutes(20));
    assertThat(time.passed(minutes(42))).isEqualTo(Duration.ofMinutes(24));
    assertThat(time.passed(minutes(500))).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void knowsWhenItWillHaveLastedSoLong() {
    var time = new ExerciseTime(NINE, 60, List.of(new Run(NINE, null)));
    assertThat(time.reaches(Duration.ofHours(2), minutes(1))).contains(minutes(2).plusMillis(1));
    assertThat(time.reaches(Duration.ofHours(2), minutes(3))).contains(minutes(3));
    var paused = new ExerciseTime(NINE, 60, List.of(new Run(NINE, minutes(1))));
    assertThat(paused.reaches(Duration.ofHours(2), minutes(1))).isEmpty();
  }

  @Test
  void neverGoesBackwardsOrTooFast() {
    assertThat(new ExerciseTime(NINE, 1, List.of(new Run(NINE, null))).passed(minutes(-5)))
        .isZero();
    assertThatThrownBy(() -> new ExerciseTime(NINE, 61, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Instant minutes(int minutes) {
    return NINE.plus(Duration.ofMinutes(minutes));
  }
}

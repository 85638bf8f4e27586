package se.tillit.incident.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.tillit.web.Words;

class SpansOfExercisesTest {

  @ParameterizedTest
  @CsvSource({"0, 0, 45, 45 min", "1, 0, 0, ett dygn", "2, 3, 0, 2 dygn 3 h", "0, 1, 5, 1 h 5 min"})
  void saysNothingOfWhatIsNone(int days, int hours, int minutes, String said) {
    assertThat(Words.SWEDISH.t("incident.exercise.span", days, hours, minutes).strip())
        .isEqualTo(said);
  }

  @Test
  void saysThatTheFirstComesAtOnce() {
    assertThat(Words.SWEDISH.t("incident.exercise.at-once")).isEqualTo("Genast");
  }
}

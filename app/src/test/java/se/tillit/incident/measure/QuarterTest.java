package se.tillit.incident.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.tillit.kernel.Unknown;

class QuarterTest {

  @ParameterizedTest
  @CsvSource({
    "2026-01-01, 2026-1",
    "2026-03-31, 2026-1",
    "2026-04-01, 2026-2",
    "2026-12-31, 2026-4"
  })
  void containsItsDays(LocalDate day, String quarter) {
    assertThat(Quarter.of(day)).hasToString(quarter);
    assertThat(Quarter.parse(quarter)).isEqualTo(Quarter.of(day));
  }

  /// The clocks change within the first quarter: its last moment is counted in summer time.
  @Test
  void beginsAndEndsAtMidnightInSweden() {
    var first = new Quarter(2026, 1);
    assertThat(first.start()).isEqualTo(Instant.parse("2025-12-31T23:00:00Z"));
    assertThat(first.end()).isEqualTo(Instant.parse("2026-03-31T22:00:00Z"));
    assertThat(first.before()).isEqualTo(new Quarter(2025, 4));
  }

  @ParameterizedTest
  @CsvSource({"2026-5", "2026", "snart"})
  void isUnknownWhereThereIsNone(String text) {
    assertThatThrownBy(() -> Quarter.parse(text)).isInstanceOf(Unknown.class);
  }
}

package se.tillit.governingdocument;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {

  @ParameterizedTest
  @CsvSource({
    "2026-06-30, 2026-07-01, , false, AWAITED",
    "2026-07-01, 2026-07-01, , false, IN_FORCE",
    "2026-07-31, 2026-07-01, 2026-07-31, false, IN_FORCE",
    "2026-08-01, 2026-07-01, 2026-07-31, false, LAPSED",
    "2026-08-01, 2026-07-01, 2026-07-31, true, REPLACED",
    "2026-08-01, , , false, DRAFT",
    "2026-07-31, 2026-08-01, 2026-07-31, true, REPLACED",
    "2026-08-01, 2026-08-01, 2026-07-31, true, REPLACED"
  })
  void comesAndGoesByTheDay(
      LocalDate day, LocalDate from, LocalDate to, boolean replaced, Standing standing) {
    assertThat(Standing.on(day, from, to, replaced)).isEqualTo(standing);
  }
}

package se.tillit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  @ParameterizedTest
  @CsvSource({
    "2026-12-22, i tid",
    "2026-12-21, 'snart, 30 dagar kvar'",
    "2026-11-22, 'snart, i morgon'",
    "2026-11-21, 'snart, i dag'",
    "2026-11-20, försenad en dag",
    "2025-11-21, försenad 365 dagar",
  })
  void saysHowNearTheLastDayIs(LocalDate day, String said) {
    Due due = Due.of(day, TODAY);
    assertThat(Words.SWEDISH.t(due.labelKey(), due.days())).isEqualTo(said);
  }
}

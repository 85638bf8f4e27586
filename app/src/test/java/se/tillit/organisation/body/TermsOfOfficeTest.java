package se.tillit.organisation.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermsOfOfficeTest {

  @ParameterizedTest
  @CsvSource({
    "2026-10-14, 2022",
    "2026-10-15, 2026",
    "2027-01-01, 2026",
    "2029-12-31, 2026",
    "2030-10-14, 2026",
    "2030-10-15, 2030",
    "2022-10-15, 2022",
    "2018-12-01, 2018"
  })
  void knowsTheElectionThatGaveTheCouncilOfADay(LocalDate day, int year) {
    assertThat(TermsOfOffice.electionBefore(day)).isEqualTo(year);
  }

  @Test
  void letsTheCouncilBeginInOctoberAndTheBoardsAtNewYear() {
    assertThat(TermsOfOffice.councilOf(2026).from()).isEqualTo("2026-10-15");
    assertThat(TermsOfOffice.councilOf(2026).to()).isEqualTo("2030-10-14");
    assertThat(TermsOfOffice.boardsOf(2026).from()).isEqualTo("2027-01-01");
    assertThat(TermsOfOffice.boardsOf(2026).to()).isEqualTo("2030-12-31");
  }
}

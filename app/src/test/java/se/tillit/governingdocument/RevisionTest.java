package se.tillit.governingdocument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.tillit.kernel.Refused;

@Tag("M-1b")
class RevisionTest {

  @ParameterizedTest
  @CsvSource({
    "2023-05-24, 2027-04-15",
    "2026-10-14, 2027-04-15",
    "2026-10-15, 2031-04-15",
    "2022-10-14, 2023-04-15"
  })
  void followsTheNextTermByLawWhereTheTenantHasNone(LocalDate adopted, LocalDate revision) {
    assertThat(Revision.eachTerm().dayAfter(adopted, List.of())).isEqualTo(revision);
  }

  @Test
  void followsTheTenantsOwnTermAfterAnExtraElection() {
    LocalDate extra = LocalDate.of(2028, 3, 1);
    assertThat(Revision.eachTerm().dayAfter(LocalDate.of(2027, 1, 1), List.of(extra)))
        .isEqualTo(LocalDate.of(2028, 9, 1));
  }

  @Test
  void countsYearsFromTheDecisionOnALeapDayToo() {
    assertThat(Revision.every(1).dayAfter(LocalDate.of(2024, 2, 29), List.of()))
        .isEqualTo(LocalDate.of(2025, 2, 28));
  }

  @Test
  void refusesYearsOutOfReason() {
    assertThatThrownBy(() -> new Revision(Revision.EVERY_YEARS, 0, 0)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> new Revision("sometimes", null, 0)).isInstanceOf(Refused.class);
  }
}

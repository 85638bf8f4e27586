package se.tillit.improvement.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.tillit.improvement.goal.Goal.Measure;
import se.tillit.kernel.Ids;
import se.tillit.kernel.Refused;
import se.tillit.web.State;

class GoalTest {

  private static final LocalDate START = LocalDate.of(2026, 1, 1);
  private static final LocalDate END = LocalDate.of(2026, 12, 31);

  @ParameterizedTest
  @CsvSource({
    "0, 100, 50, 50",
    "40, 10, 25, 50",
    "40, 10, 45, 0",
    "0, 100, 120, 100",
    "10, 20, , ",
  })
  void hasComeSoFarOnItsWay(
      String baseline, String target, @Nullable String now, @Nullable Integer progress) {
    assertThat(own(baseline, target, now).progress()).isEqualTo(progress);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-07-01, 60, KEPT", "2026-07-01, 40, AT_RISK", "2027-01-01, 99, NOT_KEPT",
    "2027-01-01, 100, KEPT", "2025-12-01, 0, KEPT", "2026-07-01, , NOT_MEASURED",
  })
  void standsAsItsFigureAndTimeSay(LocalDate today, @Nullable String now, State state) {
    assertThat(goal(own("0", "100", now), "open").standing(today)).isEqualTo(state);
  }

  @Test
  void standsAsItEnded() {
    assertThat(goal(own("0", "100", "3"), "reached").standing(END)).isEqualTo(State.KEPT);
    assertThat(goal(own("0", "100", "100"), "missed").standing(END)).isEqualTo(State.NOT_KEPT);
  }

  @Test
  void neverCallsAnUnmeasuredIndicatorKept() {
    var share = new Measure("asset.confirmed", "", null, new BigDecimal("90"), null);
    assertThat(goal(share, "open").standing(END.plusDays(1))).isEqualTo(State.NOT_MEASURED);
  }

  @Test
  void refusesAFigureThatGoesNowhereAndAShareOverAll() {
    assertThatThrownBy(() -> draft(null, "5", "5")).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> draft("asset.confirmed", null, "101")).isInstanceOf(Refused.class);
    assertThat(draft("asset.confirmed", null, "100").aim().wanted()).isEqualTo("100");
  }

  private static GoalDraft draft(
      @Nullable String indicator, @Nullable String baseline, String target) {
    return new GoalDraft(
        "Mål",
        "",
        "yearly",
        null,
        null,
        new GoalDraft.Span(START, END),
        new GoalDraft.Aim(
            indicator,
            "",
            baseline == null ? null : new BigDecimal(baseline),
            new BigDecimal(target)));
  }

  private static Measure own(String baseline, String target, @Nullable String now) {
    return new Measure(
        null,
        "dagar",
        new BigDecimal(baseline),
        new BigDecimal(target),
        now == null ? null : new BigDecimal(now));
  }

  private static Goal goal(Measure measure, String state) {
    return new Goal(
        Ids.next(),
        "Mål",
        "",
        "yearly",
        null,
        null,
        null,
        START,
        END,
        measure,
        state,
        "",
        new Goal.Tally(0, 0),
        0);
  }
}

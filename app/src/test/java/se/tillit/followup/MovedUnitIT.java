package se.tillit.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import se.tillit.identity.Role;
import se.tillit.identity.Scope;
import se.tillit.improvement.Actions;
import se.tillit.improvement.NewAction;
import se.tillit.improvement.Priority;
import se.tillit.indicator.Figures;
import se.tillit.kernel.Sweden;
import se.tillit.testing.MovableClock;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;
import se.tillit.web.Words;
import se.tillit.web.chart.Share;

/// A school with one action, moved from its board to another: what the year before looked like is
/// left as it was.
@TillitTest
class MovedUnitIT {

  private static final String INDICATOR = "improvement.actions-in-time";
  private static final Share ONE = new Share(1, 1);

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired DSLContext sql;
  @Autowired MovableClock clock;
  @Autowired Actions actions;
  @Autowired Figures figures;
  @Autowired Sums sums;
  @Autowired Breakdown breakdown;
  @Autowired Organisation organisation;

  private Town town;
  private LocalDate lastYear;

  @BeforeEach
  void measureAYearAgoAndMoveToday() throws Exception {
    town = towns.found();
    new Policies(sql, town).adopt();
    clock.forward(Duration.ofDays(-365));
    lastYear = Sweden.today(clock);
    town.within(() ->
        actions.open(
            new NewAction(
                "Byt lås",
                "",
                null,
                NewAction.Place.unit(town.school()),
                NewAction.Hands.MANAGER,
                lastYear.plusYears(9),
                Priority.NORMAL)));
    refresh();
    clock.reset();
    mvc.perform(
            post("/" + town.key() + "/units/" + town.school())
                .param("name", "Ängskolan")
                .param("kind", "unit")
                .param("parent", town.office().toString())
                .param("body", town.executiveBoard().toString())
                .param("from", Sweden.today(clock).toString())
                .param("version", "0")
                .with(town.as(Role.COORDINATOR))
                .with(csrf()))
        .andExpect(status().is3xxRedirection());
    refresh();
  }

  @AfterEach
  void backToNow() {
    clock.reset();
  }

  @Test
  @Tag("K-4b")
  @Tag("M-4a")
  void countsWhereItStoodOnTheDayLookedAt() {
    for (Reach before : List.of(of(town.schoolBoard(), null), of(null, town.schools()))) {
      assertThat(sum(before.on(lastYear))).isEqualTo(ONE);
      assertThat(sum(before)).isEqualTo(Share.NOT_MEASURED);
    }
    for (Reach after : List.of(of(town.executiveBoard(), null), of(null, town.office()))) {
      assertThat(sum(after.on(lastYear))).isEqualTo(Share.NOT_MEASURED);
      assertThat(sum(after)).isEqualTo(ONE);
    }
  }

  @Test
  void countsWhereItStoodInEachMonthOfATrend() {
    YearMonth then = YearMonth.from(lastYear);
    YearMonth now = YearMonth.from(Sweden.today(clock));
    assertThat(months(of(town.schoolBoard(), null))).containsExactly(then);
    assertThat(months(of(null, town.schools()))).containsExactly(then);
    assertThat(months(of(town.executiveBoard(), null))).containsExactly(now);
    assertThat(months(of(null, town.office()))).containsExactly(now);
  }

  @Test
  void isAmongThePartsOfWhatItBelongedTo() {
    assertThat(parts(Reach.WHOLE.on(lastYear))).containsExactly("Skolnämnden");
    assertThat(parts(Reach.WHOLE)).containsExactly("Kommunstyrelsen");
    assertThat(parts(of(null, town.schools()).on(lastYear))).containsExactly("Ängskolan");
    assertThat(parts(of(null, town.schools()))).isEmpty();
    assertThat(parts(of(town.schoolBoard(), null).on(lastYear)))
        .containsExactly("Skolförvaltningen");
    assertThat(parts(of(town.executiveBoard(), null))).containsExactly("Kommunkontoret");
    assertThat(town.within(() -> organisation.shares(Reach.WHOLE.on(lastYear))))
        .containsOnlyKeys(town.schoolBoard());
    assertThat(town.within(() -> organisation.shares(Reach.WHOLE)))
        .containsOnlyKeys(town.executiveBoard());
  }

  private static Reach of(UUID body, UUID unit) {
    return new Reach(Scope.EVERYTHING, body, unit, null);
  }

  private Share sum(Reach reach) {
    return town.within(() -> sums.of(reach).of(INDICATOR));
  }

  private List<YearMonth> months(Reach reach) {
    var first = YearMonth.from(lastYear);
    return town.within(() -> List.copyOf(sums.monthly(reach, List.of(INDICATOR), first).keySet()));
  }

  private List<String> parts(Reach reach) {
    return town.within(() ->
        breakdown.parts(new Breakdown.Told(INDICATOR, null, reach), Words.SWEDISH).stream()
            .map(PartRow::name)
            .toList());
  }

  private void refresh() {
    town.within(() -> {
      figures.refresh();
      return null;
    });
  }
}

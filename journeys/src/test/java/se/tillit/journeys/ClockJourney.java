package se.tillit.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The law's clocks: the one who handles a case judges, starts and submits; the data protection
/// officer follows hers and leaves the decision where it belongs.
class ClockJourney {

  private static final String HANDLER = "Informationssäkerhetssamordnare";

  @Test
  @Tag("K-2b")
  @Tag("K-4.1.7b")
  void theHandlerJudgesWithYesNoAndNotKnownYetAndThenStartsTheClock() {
    try (var visit = Visit.at(Visit.DESK, ColorScheme.LIGHT).as(HANDLER, "kommunen")) {
      visit.go("/kommunen/clocks?which=late");
      visit.page().locator("#list tbody a[href*='/incidents/']").first().click();
      visit.page().waitForURL("**/incidents/**");
      String clocks = visit.path() + "/clocks";
      visit.go(clocks).seemsRight();
      visit.page().locator("main a[href*='/assessments/csl/']").first().click();
      visit.page().waitForURL("**/assessments/csl/**");
      visit.seemsRight();
      assertThat(judged(visit, "F1", "no")).contains("kan inte avgöras än");
      assertThat(judged(visit, "F1", "yes")).contains("kriteriet F1 är uppfyllt");
      visit.go(clocks);
      visit.page().locator("input[name=start][value^='csl:']").check();
      visit.page().locator("form[action$='/clocks'] button[type=submit]").click();
      visit.page().waitForLoadState();
      assertThat(visit.page().locator("main").innerText()).contains("Upplysning").contains("FRA/");
    }
  }

  private static String judged(Visit visit, String criterion, String answer) {
    visit.page().locator("input[name='answer." + criterion + "'][value=" + answer + "]").check();
    visit.page().locator("form[method=post] button[type=submit]").last().click();
    visit.page().waitForLoadState();
    return visit.page().locator("main .card").first().innerText();
  }

  @Test
  @Tag("K-2b")
  void theFinalReportFollowsTheNotificationThatWasSubmitted() {
    try (var visit = Visit.at(Visit.DESK, ColorScheme.DARK).as(HANDLER, "kommunen")) {
      visit.go("/kommunen/clocks?regime=csl");
      visit.page().locator("#list tbody th a").last().click();
      visit.page().waitForURL("**/clocks/*-*");
      String clock = visit.path();
      visit.seemsRight();
      submitted(visit, "NCSC-2026-118");
      visit.go(clock);
      assertThat(visit.page().locator("main").innerText()).contains("NCSC-2026-118");
      assertThat(visit.page().locator(".clock-step").allInnerTexts())
          .noneMatch(step -> step.startsWith("Slutrapport"));
      submitted(visit, "NCSC-2026-119");
      visit.go(clock).seemsRight();
      LocalDate month = LocalDate.now(ZoneId.of("Europe/Stockholm")).plusMonths(1);
      assertThat(visit.page().locator(".clock-next").innerText())
          .contains("Slutrapport")
          .contains(month.toString());
    }
  }

  private static void submitted(Visit visit, String number) {
    visit.page().locator(".clock-next a[href*='/submission']").click();
    visit.page().waitForURL("**/submission**");
    visit.page().locator("input[name=caseNumber]").fill(number);
    visit.page().locator("form[method=post][action$='/submission'] button[type=submit]").click();
    visit.page().waitForURL("**/clocks/*-*");
  }

  @Test
  @Tag("K-2b")
  void theOfficerSeesHerClockOnThePhoneAndLeavesTheDecisionToTheHandler() {
    try (var visit = Visit.onPhone().as("Dataskyddsombud", "kommunen")) {
      visit.go("/kommunen/clocks?regime=gdpr-33").seemsRight();
      Locator next = visit.page().locator(".clock-next");
      assertThat(next.innerText()).contains("kvar").contains("IMY").contains("Senast");
      visit.page().locator("#list tbody th a").first().tap();
      visit.page().waitForURL("**/clocks/*-*");
      visit.seemsRight();
      String clock = visit.path();
      assertThat(visit.page().locator("a[href$='/waiver']").count()).isZero();
      assertThat(visit.page().locator("main").innerText())
          .contains("Att inte anmäla beslutas av den som handlägger ärendet");
      assertThat(visit.status(clock + "/waiver")).isEqualTo(403);
    }
  }
}

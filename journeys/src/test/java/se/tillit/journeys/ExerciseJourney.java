package se.tillit.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The leader of an exercise plans one from a ready-made scenario, plays it and ends it with what
/// was seen.
class ExerciseJourney {

  @Test
  @Tag("M-2.2d")
  void playsAReadyMadeScenarioToItsEnd() {
    try (Visit visit =
        Visit.at(Visit.DESK, ColorScheme.LIGHT).as("Informationssäkerhetssamordnare", "kommunen")) {
      visit.go("/kommunen/incidents/exercises").seemsRight();
      visit.go("/kommunen/incidents/exercises/new?scenario=ransomware").seemsRight();
      var page = visit.page();
      page.locator("#field-body").selectOption(new SelectOption().setIndex(1));
      page.locator("#field-day").fill("2027-02-03");
      page.locator("#field-factor").fill("60");
      page.locator("main form.form button[type=submit]").click();
      page.waitForURL("**/incidents/exercises/*-*");
      page.locator("#field-person").selectOption(new SelectOption().setIndex(1));
      page.locator("form[action$='/participants'] button").click();
      page.waitForLoadState();
      page.locator("form[action$='/state'] button").first().click();
      page.waitForLoadState();
      page.locator("form[action$='/releases'] button").first().click();
      page.waitForLoadState();
      visit.seemsRight();
      assertThat(page.locator("main h1").innerText()).startsWith("ÖVNING");
      page.locator("textarea[name=summary]").fill("Vi ringde rätt personer.");
      page.locator("form:has(textarea[name=summary]) button").click();
      page.waitForLoadState();
      assertThat(page.locator("main").innerText())
          .contains("Avslutad", "Vi ringde rätt personer.", "Hur lång tid det tog");
    }
  }

  @Test
  void isPlayedOnAPhoneToo() {
    try (Visit visit = Visit.onPhone().as("Informationssäkerhetssamordnare", "kommunen")) {
      visit.go("/kommunen/incidents/exercises").fits();
      visit.go("/kommunen/incidents/exercises/new?scenario=wrong-recipient").fits();
    }
  }
}

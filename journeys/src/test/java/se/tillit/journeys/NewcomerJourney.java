package se.tillit.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

/// Someone who has just started the demo: sees that it is one, chooses who to be, and finds the
/// way.
class NewcomerJourney {

  @Test
  void choosesAPersonaAndSeesThatAllIsInvented() {
    try (var visit = Visit.at(Visit.DESK, ColorScheme.LIGHT)) {
      visit.go("/sign-in");
      assertThat(visit.page().locator(".demo-strip").innerText()).contains("påhittade");
      assertThat(visit.page().locator("form[action='/sign-in/demo']").count())
          .isGreaterThanOrEqualTo(8);
      visit.as("Informationssäkerhetssamordnare", "kommunen");
      assertThat(visit.page().locator(".demo-strip").innerText()).contains("påhittade");
      assertThat(visit.page().locator("h1").count()).isEqualTo(1);
    }
  }

  @Test
  void worksWithoutScripts() {
    try (var visit = Visit.withoutScripts().as("Informationssäkerhetssamordnare", "kommunen")) {
      for (String path : visit.menu()) {
        visit.go(path);
        assertThat(visit.page().locator("h1").innerText()).as(path).isNotBlank();
      }
      Locator person = visit.page().locator(".topbar-person summary");
      person.click();
      visit.page().locator("form[action='/sign-out'] button").click();
      assertThat(visit.path()).startsWith("/sign-in");
    }
  }

  @Test
  void changesTheThemeAtOnceAndFindsItKept() {
    try (var visit = Visit.at(Visit.DESK, ColorScheme.LIGHT).as("Revisor", "kommunen")) {
      visit.page().locator(".topbar-person summary").click();
      visit
          .page()
          .waitForResponse("**/account/settings", () -> visit.page().getByText("Mörkt").click());
      assertThat(visit.page().locator("html").getAttribute("data-color-scheme")).isEqualTo("dark");
      visit.page().reload();
      assertThat(visit.page().locator("html").getAttribute("data-color-scheme")).isEqualTo("dark");
    }
  }

  @Test
  void reachesSearchWithOneKey() {
    try (var visit =
        Visit.at(Visit.DESK, ColorScheme.LIGHT).as("Informationssäkerhetssamordnare", "kommunen")) {
      visit.page().keyboard().press("/");
      assertThat(visit.page().evaluate("() => document.activeElement.id")).isEqualTo("search");
    }
  }
}

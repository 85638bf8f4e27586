package se.tillit.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// All day at a desk: how the policy is kept, what the registers hold, and what to do about it.
class CoordinatorJourney {

  private Visit visit;

  @BeforeEach
  void signIn() {
    visit =
        Visit.at(Visit.DESK, ColorScheme.LIGHT).as("Informationssäkerhetssamordnare", "kommunen");
  }

  @AfterEach
  void leave() {
    if (visit != null) {
      visit.close();
    }
  }

  @Test
  void beginsWithHowThePolicyIsKeptAndReachesTheRecordsBehindAFigure() {
    assertThat(visit.path()).isEqualTo("/kommunen/conformance");
    assertThat(visit.page().locator("[data-state]").count()).as("states on the page").isPositive();
    Locator behind = visit.page().locator("main a[href*='/indicators/']").first();
    behind.click();
    assertThat(visit.path()).contains("/indicators/");
    visit.seemsRight();
  }

  @Test
  void narrowsTheRegisterSortsItAndComesBackToTheSamePlace() {
    visit.go("/kommunen/assets");
    visit.page().locator(".filters input[type=search]").fill("journal");
    visit.page().waitForURL("**q=journal**");
    assertThat(visit.page().locator("#list tbody tr").count()).isPositive();
    visit.page().locator("th[aria-sort] a").first().click();
    visit.page().waitForLoadState();
    assertThat(visit.path()).contains("sort=").contains("q=journal");
    visit.page().locator("tbody th a").first().click();
    visit.page().goBack();
    assertThat(visit.path()).contains("q=journal");
  }

  @Test
  void marksRowsAndSeesWhatCanBeDoneWithThemAll() {
    visit.go("/kommunen/assets");
    Locator bulk = visit.page().locator("[data-bulk]");
    assertThat(bulk.isVisible()).isFalse();
    visit.page().locator("[data-select-all]").check();
    assertThat(bulk.isVisible()).isTrue();
    int rows = visit.page().locator("[data-select]").count();
    assertThat(bulk.locator("[data-bulk-count]").innerText()).startsWith(String.valueOf(rows));
  }

  @Test
  void keepsTheColumnsChosen() {
    visit.go("/kommunen/assets");
    int before = visit.page().locator("thead th").count();
    visit.page().locator(".columns summary").click();
    visit.page().locator(".columns input[type=checkbox]:checked").first().uncheck();
    visit.page().locator(".columns button").click();
    visit.go("/kommunen/assets");
    assertThat(visit.page().locator("thead th").count()).isEqualTo(before - 1);
  }

  @Test
  void findsAnythingFromAnyPage() {
    visit.go("/kommunen/deadlines");
    visit.page().keyboard().press("/");
    visit.page().keyboard().type("policy");
    visit.page().keyboard().press("Enter");
    visit.page().waitForURL("**/search?q=policy");
    // The first search after a bulk change finds what was known; the index catches up in the
    // background.
    for (int i = 0; i < 20 && visit.page().locator(".hit").count() == 0; i++) {
      visit.page().waitForTimeout(1_000);
      visit.page().reload();
    }
    assertThat(visit.page().locator(".hit").count()).isPositive();
  }

  @Test
  void losesNothingTyped() {
    visit.go("/kommunen/actions/new");
    visit.page().locator("#field-title").fill("Byt lås i närarkivet");
    visit.go("/kommunen/deadlines");
    visit.go("/kommunen/actions/new");
    visit.page().locator(".draft-offer button").first().click();
    assertThat(visit.page().locator("#field-title").inputValue()).isEqualTo("Byt lås i närarkivet");
  }
}

package se.tillit.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two minutes on a phone between meetings: what is asked of me, and done.
class ManagerJourney {

  private Visit visit;

  @BeforeEach
  void signIn() {
    visit = Visit.onPhone().as("Chef", "kommunen");
  }

  @AfterEach
  void leave() {
    if (visit != null) {
      visit.close();
    }
  }

  @Test
  void finishesAThingWhereItStands() {
    assertThat(visit.path()).isEqualTo("/kommunen/todo");
    visit.fits();
    Locator presses = visit.page().locator(".todo form button");
    int waiting = presses.count();
    assertThat(waiting).as("things to finish in place").isPositive();
    presses.first().click();
    assertThat(visit.page().locator(".toast").innerText()).isNotBlank();
    assertThat(visit.path()).startsWith("/kommunen/todo");
    assertThat(presses.count()).isLessThan(waiting);
  }

  @Test
  void reachesEverythingThroughTheBarAtTheBottom() {
    visit.page().locator(".phonebar summary").tap();
    visit.page().locator(".phone-groups a[href='/kommunen/assets']").tap();
    visit.page().waitForURL("**/assets");
    visit.fits();
    assertThat(visit.page().locator("tbody tr").count()).isPositive();
  }
}

package se.tillit.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Seldom, and to the point: the organisation and its accounts, but none of its content.
class AdministratorJourney {

  private Visit visit;

  @BeforeEach
  void signIn() {
    visit = Visit.at(Visit.DESK, ColorScheme.DARK).as("Administratör", "kommunen");
  }

  @AfterEach
  void leave() {
    if (visit != null) {
      visit.close();
    }
  }

  @Test
  void beginsWithTheOrganisation() {
    assertThat(visit.path()).isEqualTo("/kommunen/units");
    assertThat(visit.menu()).contains("/kommunen/units", "/kommunen/imports");
    visit.seemsRight();
  }

  @Test
  void changesNoContent() {
    assertThat(visit.status("/kommunen/assets/new")).isIn(403, 404);
    assertThat(visit.status("/kommunen/documents/new")).isIn(403, 404);
  }

  @Test
  void isToldWhatIsWrongBesideTheField() {
    visit.go("/kommunen/units/new");
    visit.page().locator("main form.form button[type=submit]").first().click();
    visit.page().waitForSelector("#errors");
    assertThat(visit.page().evaluate("() => document.activeElement.id")).isEqualTo("errors");
    assertThat(visit.page().locator("[aria-invalid=true]").count()).isPositive();
    visit.seemsRight();
  }
}

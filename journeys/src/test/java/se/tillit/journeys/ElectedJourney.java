package se.tillit.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A tablet or a phone before the meeting: how our board's units keep the policy, and nobody's
/// secrets.
class ElectedJourney {

  private Visit visit;

  @BeforeEach
  void signIn() {
    visit = Visit.onPhone().as("Förtroendevald", "kommunen");
  }

  @AfterEach
  void leave() {
    if (visit != null) {
      visit.close();
    }
  }

  @Test
  void readsHowThePolicyIsKept() {
    assertThat(visit.path()).isEqualTo("/kommunen/conformance");
    visit.fits();
    assertThat(visit.page().locator("[data-state]").count()).isPositive();
  }

  @Test
  void changesNothing() {
    assertThat(visit.page().locator("main form[method=post]").count()).isZero();
    assertThat(visit.status("/kommunen/assets/new")).isIn(403, 404);
    assertThat(visit.status("/kommunen/units/new")).isIn(403, 404);
  }

  @Test
  void seesNothingOfAnotherMunicipality() {
    assertThat(visit.status("/mellerud/conformance")).isEqualTo(404);
  }
}

package se.tillit.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The coordinator raises what she has seen, sees the plan along time, and leads management's
/// review to frozen minutes.
class ReviewJourney {

  @Test
  @Tag("K-4.1.1")
  void leadsTheReviewFromItsFiguresToItsMinutes() {
    try (Visit visit =
        Visit.at(Visit.DESK, ColorScheme.LIGHT).as("Informationssäkerhetssamordnare", "kommunen")) {
      visit.go("/kommunen/reviews/new");
      visit.page().locator("#field-participants").fill("Kim, kommundirektör");
      visit.page().locator("main form.form button[type=submit]").click();
      visit.page().waitForURL("**/reviews/*-*");
      visit.seemsRight();
      assertThat(visit.page().locator("main a[href$='/goals']").count()).isPositive();
      String review = visit.path();
      visit.page().locator("form[action$='/decisions'] textarea").fill("Öva avbrott i höst");
      visit.page().locator("form[action$='/decisions'] button[type=submit]").click();
      visit.page().waitForLoadState();
      visit.go(review + "/edit");
      visit.page().locator("#field-conclusion").fill("Arbetet är lämpligt och har effekt.");
      visit.page().locator("main form.form button[type=submit]").click();
      visit.page().waitForURL("**" + review);
      visit.page().locator("form[action$='/freeze'] button[type=submit]").click();
      visit.page().waitForLoadState();
      assertThat(visit.page().locator("form[action$='/freeze']").count()).isZero();
      assertThat(visit.page().locator("main").innerText()).contains("Öva avbrott i höst");
    }
  }

  @Test
  void seesThePlanAlongTimeOnADeskAndOnAPhone() {
    try (Visit visit =
        Visit.at(Visit.DESK, ColorScheme.DARK).as("Informationssäkerhetssamordnare", "kommunen")) {
      visit.go("/kommunen/actions/timeline").seemsRight();
      assertThat(visit.page().locator(".chart-on-desk svg").isVisible()).isTrue();
      visit.page().setViewportSize(Visit.PHONE, 844);
      visit.fits();
      assertThat(visit.page().locator(".chart-on-phone svg").isVisible()).isTrue();
      assertThat(visit.page().locator(".chart-on-desk svg").isVisible()).isFalse();
    }
  }
}

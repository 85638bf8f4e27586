package se.tillit.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The board's secretary fetches the quarter's delegated decisions for the next meeting.
class BoardSecretaryJourney {

  @Test
  @Tag("K-4.1.7b")
  void downloadsTheQuartersDelegatedDecisions() {
    try (Visit visit = Visit.at(Visit.DESK, ColorScheme.LIGHT).as("Nämndsekreterare", "kommunen")) {
      visit.go("/kommunen/incidents/figures").seemsRight();
      visit.go("/kommunen/incidents/delegated-decisions").seemsRight();
      var page = visit.page();
      page.locator("#field-body").selectOption(new SelectOption().setIndex(1));
      page.waitForURL("**body=*");
      page.reload();
      String file = page.locator("a[href*='delegated-decisions.pdf']").getAttribute("href");
      var answer = page.request().get(file);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(new String(answer.body(), 0, 5)).isEqualTo("%PDF-");
    }
  }
}

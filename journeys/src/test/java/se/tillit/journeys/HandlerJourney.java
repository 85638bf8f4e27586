package se.tillit.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A new report lies in the queue: from the first look to the end of the case.
class HandlerJourney {

  @Test
  @Tag("K-4.1.7a")
  @Tag("K-4.1.7b")
  void takesACaseFromTheQueueToItsEnd() {
    String mark = UUID.randomUUID().toString().substring(0, 8);
    report("Larmet till arkivet var avstängt " + mark);
    try (var visit =
        Visit.at(Visit.DESK, ColorScheme.LIGHT).as("Informationssäkerhetssamordnare", "kommunen")) {
      Page page = visit.page();
      visit.go("/kommunen/incidents?handler=none&q=" + mark);
      page.locator("#list tbody th a").click();
      visit.seemsRight();
      String home = visit.path();
      assertThat(asked(page).innerText()).contains("Rapporten är ny");
      assertThat(page.locator("form[action$='/closure']").count()).isZero();

      assess(page);
      assertThat(asked(page).innerText()).contains("återstår innan ärendet kan avslutas");
      assertThat(asked(page).locator("a").count()).as("reasons").isGreaterThanOrEqualTo(3);
      judge(visit, home);
      strike(page);
      decide(page);
      visit.seemsRight();
      assertThat(page.locator("form[action$='/closure']").count()).isZero();

      finish(visit, home);
      page.locator("form[action$='/closure'] button").click();
      page.waitForLoadState();
      assertThat(page.locator(".heading .badges").innerText()).contains("Avslutad");
      visit.seemsRight();
    }
  }

  @Test
  @Tag("K-2b")
  void seesWhatTheLawMayDemandInTheCaseItself() {
    try (var visit =
        Visit.at(Visit.DESK, ColorScheme.DARK).as("Informationssäkerhetssamordnare", "kommunen")) {
      Page page = visit.page();
      visit.go("/kommunen/incidents?state=reported");
      page.locator("#list tbody th a").first().click();
      String title = page.title();
      page.locator("#clocks .embed .card").first().waitFor();
      assertThat(page.locator("#clocks").innerText()).contains("Klockor som ärendet kan behöva");
      assertThat(page.title()).isEqualTo(title);
      visit.seemsRight();
    }
  }

  private static void report(String told) {
    try (var visit = Visit.onPhone().as("Medarbetare", "kommunen")) {
      Page page = visit.page();
      visit.go("/kommunen/incidents/new");
      page.locator("input[name=security][value=no]").check();
      page.locator("input[name=certainty][value=known]").check();
      page.locator("input[name=personal][value=no]").check();
      page.locator("textarea[name=happening]").fill(told);
      page.locator("main form[action$='/incidents'] button[type=submit]:not([name=find])").click();
      page.waitForURL("**/incidents/receipts/**");
    }
  }

  private static void assess(Page page) {
    asked(page).locator("a[href$='/assessment']").click();
    page.locator("select[name=kind]").selectOption("premises");
    String handler =
        page.locator("select[name=handler] option:not([value=''])").first().getAttribute("value");
    page.locator("select[name=handler]").selectOption(handler);
    save(page);
  }

  private static void judge(Visit visit, String home) {
    visit.go(home + "/severity");
    visit.seemsRight();
    visit.page().locator("input[type=radio][name^='level.'][value='1']").first().check();
    save(visit.page());
    assertThat(visit.page().locator(".heading .badges .level").count()).isEqualTo(1);
  }

  private static void strike(Page page) {
    page.locator("#affected input[name=find]").fill("akt");
    page.locator("#affected form[method=get] button").click();
    page.waitForLoadState();
    page.locator("#affected form[action$='/assets'] button").first().click();
    page.waitForLoadState();
    assertThat(page.locator("#affected a[href*='/assets/']").count()).isPositive();
  }

  private static void decide(Page page) {
    page.locator("#decisions summary").click();
    page.locator("#decisions input[name=decided]").fill("Låset byts i dag");
    page.locator("#decisions textarea[name=motive]").fill("Nyckeln går inte att återfå");
    page.locator("#decisions form button[type=submit]").click();
    page.waitForLoadState();
    assertThat(page.locator("#decisions").innerText())
        .contains("Låset byts i dag")
        .contains("Nyckeln går inte att återfå");
  }

  private static void finish(Visit visit, String home) {
    Page page = visit.page();
    visit.go(home + "/course");
    String noticed = page.locator("input[name=noticed]").inputValue();
    page.locator("input[name=handled]").fill(noticed);
    save(page);
    visit.go(home + "/outcome");
    page.locator("select[name=cause]").selectOption("mistake");
    page.locator("textarea[name=lessons]").fill("Larmet provas varje månad");
    save(page);
  }

  private static void save(Page page) {
    page.locator("main form.form button[type=submit]").first().click();
    page.waitForLoadState();
    assertThat(page.locator("#errors").count()).as("errors at " + page.url()).isZero();
  }

  private static Locator asked(Page page) {
    return page.locator(".card[data-tone=asked]").first();
  }
}

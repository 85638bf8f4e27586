package se.tillit.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Something has gone wrong, the phone is at hand, and there is a minute.
class ReporterJourney {

  private static final String PERSON = "Medarbetare";

  @Test
  @Tag("K-4.1.7a")
  void reportsWithAPhotoInAMinuteAndSeesWhatHappensNext() throws IOException {
    String told = "Ett kuvert med listor låg kvar på bussen " + UUID.randomUUID();
    try (var visit = Visit.onPhone().as(PERSON, "kommunen")) {
      Page page = visit.page();
      page.locator(".phonebar > a[href$='/incidents/new']").click();
      visit.seemsRight();
      fill(page, told);
      page.locator("input[name=files]").setInputFiles(photo());
      submit(page);
      page.waitForURL("**/incidents/receipts/**");
      assertThat(page.locator("h1").innerText()).containsPattern("\\d{4}-\\d{4}");
      assertThat(page.locator("main").innerText()).contains("Det här händer nu");
      visit.seemsRight();
      visit.go("/kommunen/incidents/mine");
      assertThat(page.locator(".card", with(told)).innerText()).contains("Ingen har hunnit titta");
      visit.seemsRight();
    }
  }

  @Test
  @Tag("K-4.1.7a")
  void pressesTwiceAndIsHeardOnce() {
    String told = "Nyckeln satt kvar i låset " + UUID.randomUUID();
    try (var visit = Visit.onPhone().as(PERSON, "kommunen")) {
      Page page = visit.page();
      visit.go("/kommunen/incidents/new");
      fill(page, told);
      send(page).dblclick();
      page.waitForURL("**/incidents/receipts/**");
      visit.go("/kommunen/incidents/mine");
      assertThat(page.locator(".card", with(told)).count()).isEqualTo(1);
    }
  }

  @Test
  void reportsWithoutScriptsAndIsToldWhatIsMissing() {
    String told = "Skärmen stod olåst i receptionen " + UUID.randomUUID();
    try (var visit = Visit.withoutScripts().as(PERSON, "kommunen")) {
      Page page = visit.page();
      visit.go("/kommunen/incidents/new");
      page.locator("textarea[name=happening]").fill(told);
      submit(page);
      assertThat(page.locator("main").innerText()).contains("behöver rättas");
      assertThat(page.locator("textarea[name=happening]").inputValue()).isEqualTo(told);
      fill(page, told);
      submit(page);
      assertThat(visit.path()).contains("/incidents/receipts/");
    }
  }

  private static void fill(Page page, String told) {
    page.locator("input[name=security][value=no]").check();
    page.locator("input[name=certainty][value=known]").check();
    page.locator("textarea[name=happening]").fill(told);
  }

  private static void submit(Page page) {
    send(page).click();
  }

  private static Locator send(Page page) {
    return page.locator("main form[action$='/incidents'] button[type=submit]:not([name=find])");
  }

  private static Page.LocatorOptions with(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private static FilePayload photo() throws IOException {
    var picture = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(picture, "jpg", bytes);
    return new FilePayload("kuvert.jpg", "image/jpeg", bytes.toByteArray());
  }
}

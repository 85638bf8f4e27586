package se.tillit.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A manager gets a letter about an action, and answers from it on the phone without signing in.
class AnswerJourney {

  private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/answer/[\\w-]+/[\\w-]+)");

  @Test
  @Tag("K-4.1.7a")
  void answersFromTheLetterInAMoment() {
    String told = "Byt lås till arkivet " + UUID.randomUUID().toString().substring(0, 8);
    String manager = wantsLettersAtOnce();
    String action = assign(told, manager);
    var letters = DemoInstallation.lettersTo(told);
    assertThat(letters).hasSize(1);
    Matcher link = LINK.matcher(letters.getFirst());
    assertThat(link.find()).isTrue();
    answer(link.group(1), told);
    try (var visit = coordinator()) {
      visit.go(action);
      assertThat(visit.page().locator("main").innerText())
          .contains("Genomförd")
          .contains("Ny cylinder på plats")
          .contains("via länk i e-post");
    }
  }

  private static String wantsLettersAtOnce() {
    try (var visit = Visit.onPhone().as("Chef", "kommunen")) {
      Page page = visit.page();
      String menu = page.locator(".topbar-person summary .sr-only").textContent();
      visit.go("/kommunen/inbox");
      page.locator("input[name=mail][value=each]").check();
      page.locator("form[action$='/inbox/mail'] button[type=submit]").click();
      page.waitForLoadState();
      return menu.replaceFirst("^Meny för ", "").strip();
    }
  }

  private static String assign(String told, String manager) {
    try (var visit = coordinator()) {
      Page page = visit.page();
      visit.go("/kommunen/actions/new");
      page.locator("#field-title").fill(told);
      page.locator("#field-owner").fill(manager);
      page.locator("#field-due").fill(LocalDate.now().plusDays(14).toString());
      page.locator("main form.form button[type=submit]").click();
      page.waitForURL("**/actions/*-*");
      return visit.path();
    }
  }

  private static void answer(String link, String told) {
    try (var visit = Visit.onPhone()) {
      Page page = visit.page();
      visit.go(link).seemsRight();
      assertThat(page.locator("h1").innerText()).isEqualTo(told);
      page.locator("input[name=answer][value=done]").check();
      page.locator("#field-text").fill("Ny cylinder på plats");
      page.locator("main button[type=submit]").click();
      page.waitForLoadState();
      assertThat(page.locator("h1").innerText()).isEqualTo("Tack för svaret");
      visit.seemsRight();
      assertThat(visit.status(link)).as("a link that has been used").isEqualTo(404);
    }
  }

  private static Visit coordinator() {
    return Visit.at(Visit.DESK, ColorScheme.LIGHT)
        .as("Informationssäkerhetssamordnare", "kommunen");
  }
}

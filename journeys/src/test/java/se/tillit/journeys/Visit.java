package se.tillit.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// One person's visit in a browser window: goes places, does things, and minds what a page must
/// always be.
final class Visit implements AutoCloseable {

  static final int DESK = 1440;
  static final int PHONE = 390;

  private static final List<String> TAGS =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private static final List<String> RULES_OF_COLOUR =
      List.of("color-contrast", "link-in-text-block");

  private final BrowserContext window;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  private Visit(Browser.NewContextOptions options) {
    window =
        Chromium.browser()
            .newContext(options.setLocale("sv-SE").setBaseURL(DemoInstallation.address()));
    window.setDefaultTimeout(30_000);
    page = window.newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")
          && !message.text().contains("the server responded with a status of 4")) {
        complaints.add(page.url() + ": " + message.text());
      }
    });
    page.onPageError(error -> complaints.add(page.url() + ": " + error));
  }

  static Visit at(int width, ColorScheme colours) {
    return new Visit(
        new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(colours));
  }

  static Visit onPhone() {
    return new Visit(
        new Browser.NewContextOptions()
            .setViewportSize(PHONE, 844)
            .setHasTouch(true)
            .setIsMobile(true));
  }

  static Visit withoutScripts() {
    return new Visit(
        new Browser.NewContextOptions().setViewportSize(DESK, 900).setJavaScriptEnabled(false));
  }

  /// Signs in as the tenant's demo persona of that role, by its button on the sign-in page.
  Visit as(String role, String tenant) {
    go("/sign-in");
    page.locator("form[action='/sign-in/demo']")
        .filter(
            new Locator.FilterOptions()
                .setHas(page.locator("input[name=tenant][value='" + tenant + "']")))
        .filter(new Locator.FilterOptions().setHas(page.locator("strong:text-is('" + role + "')")))
        .first()
        .locator("button")
        .click();
    page.waitForLoadState();
    assertThat(page.url()).as("signed in as " + role).contains("/" + tenant);
    return this;
  }

  Visit go(String path) {
    Response answer = page.navigate(path);
    assertThat(answer.status()).as(path).isLessThan(400);
    return this;
  }

  int status(String path) {
    return page.navigate(path).status();
  }

  Page page() {
    return page;
  }

  String path() {
    return page.url().replaceFirst("^https?://[^/]+", "");
  }

  /// Every page that the menu offers this person.
  Set<String> menu() {
    Set<String> paths = new LinkedHashSet<>();
    page.locator(".sidenav a[href]").all().forEach(link -> paths.add(link.getAttribute("href")));
    return paths;
  }

  /// What a machine can tell of accessibility, and that nothing sticks out at the side.
  Visit seemsRight() {
    page.evaluate(AxeBuilder.getAxeScript());
    assertThat(violations("tag", TAGS)).as(page.url()).isEmpty();
    return fits();
  }

  /// In light and, the same page, in dark: there only what colours can spoil is judged anew.
  Visit seemsRightInBothColours() {
    show(ColorScheme.LIGHT);
    seemsRight();
    show(ColorScheme.DARK);
    assertThat(violations("rule", RULES_OF_COLOUR)).as(page.url() + " in dark").isEmpty();
    return this;
  }

  private void show(ColorScheme colours) {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
  }

  private List<?> violations(String kind, List<String> values) {
    settle();
    return (List<?>)
        page.evaluate(
            """
            ([type, values]) =>
              axe.run({runOnly: {type, values}, resultTypes: ['violations']})
                .then(found => found.violations.map(rule =>
                  rule.id + ': ' + rule.nodes.map(node => node.html + ' ' + node.failureSummary)))
            """,
            List.of(kind, values));
  }

  // What fades in or out is judged when it has: half faded, no colour is the page's own.
  private void settle() {
    page.evaluate(
        "() => document.getAnimations()"
            + ".filter(it => it.effect.getComputedTiming().endTime < Infinity)"
            + ".forEach(it => it.finish())");
  }

  /// No page scrolls sideways.
  Visit fits() {
    Object over =
        page.evaluate(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(((Number) over).intValue()).as("sideways at " + page.url()).isLessThanOrEqualTo(0);
    return this;
  }

  @Override
  public void close() {
    window.close();
    assertThat(complaints).as("errors in the browser").isEmpty();
  }
}

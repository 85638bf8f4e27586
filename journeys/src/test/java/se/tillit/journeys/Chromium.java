package se.tillit.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// The distribution's own Chromium, started once for each thread: a driver knows no other.
final class Chromium {

  private static final Optional<Path> PROGRAM =
      Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
          .map(Path::of)
          .filter(Files::isExecutable)
          .findFirst();

  private static final ThreadLocal<Browser> BROWSER = ThreadLocal.withInitial(Chromium::start);

  private Chromium() {}

  /// The browser, or a skipped journey that says what to install.
  static Browser browser() {
    Assumptions.assumeTrue(
        PROGRAM.isPresent(), "No Chromium here. Install it: apt-get install chromium");
    return BROWSER.get();
  }

  private static Browser start() {
    var playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(PROGRAM.orElseThrow())
                .setChromiumSandbox(false)
                .setArgs(
                    List.of(
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync")));
  }
}

package se.tillit.identity.settings;

import java.util.Arrays;
import java.util.List;

/// Says in two words what a browser calls itself in forty: `Firefox, Windows`.
final class Browsers {

  // The first that fits: browsers name those they came from, newest first here.
  private static final List<String> NAMES =
      List.of("Edg:Edge", "Firefox:Firefox", "Chrome:Chrome", "Safari:Safari", "curl:curl");
  private static final List<String> SYSTEMS =
      List.of(
          "iPhone:iPhone",
          "iPad:iPad",
          "Android:Android",
          "Windows:Windows",
          "Mac OS:macOS",
          "CrOS:ChromeOS",
          "Linux:Linux");

  private Browsers() {}

  static String nameOf(String agent) {
    String browser = first(NAMES, agent);
    String system = first(SYSTEMS, agent);
    return browser.isEmpty() || system.isEmpty() ? browser + system : browser + ", " + system;
  }

  private static String first(List<String> known, String agent) {
    return known.stream()
        .map(pair -> Arrays.asList(pair.split(":", 2)))
        .filter(pair -> agent.contains(pair.getFirst()))
        .map(List::getLast)
        .findFirst()
        .orElse("");
  }
}

package se.tillit.incident.exercise;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import se.tillit.web.Words;

/// A ready-made scenario; its words are messages, so that it can be played in either language.
///
/// @param minutes when each inject is due, by the exercise's clock
public record Scenario(String key, List<Integer> minutes) {

  private static final List<Scenario> ALL =
      List.of(
          new Scenario("ransomware", List.of(0, 45, 120, 480, 1440, 4200)),
          new Scenario("wrong-recipient", List.of(0, 30, 90, 240, 1500)));

  public Scenario {
    minutes = List.copyOf(minutes);
  }

  public static List<Scenario> all() {
    return ALL;
  }

  public static Optional<Scenario> of(String key) {
    return ALL.stream().filter(it -> it.key().equals(key)).findFirst();
  }

  public String title(Words words) {
    return words.t("incident.scenario." + key + ".title");
  }

  public String goal(Words words) {
    return words.t("incident.scenario." + key + ".goal");
  }

  public List<Inject.Planned> injects(Words words) {
    return IntStream.range(0, minutes.size())
        .mapToObj(at -> {
          String inject = key + ".inject." + (at + 1);
          return new Inject.Planned(
              minutes.get(at),
              words.t("incident.scenario." + inject + ".title"),
              words.t("incident.scenario." + inject + ".text"));
        })
        .toList();
  }
}

package se.tillit.incident.exercise;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.tillit.kernel.Refused;
import se.tillit.web.Words;

/// An exercise as typed. Each inject is a line: minutes, title and text with strokes between.
public record ExerciseForm(
    @Nullable String scenario,
    @Nullable String title,
    @Nullable String goal,
    @Nullable String body,
    @Nullable String factor,
    @Nullable String day,
    @Nullable String injects,
    @Nullable Integer version) {

  private static final int PARTS = 3;

  /// The form filled in from a shipped scenario, where one is asked for and nothing is typed.
  ExerciseForm filled(Words words) {
    Scenario chosen = Scenario.of(plain(scenario)).orElse(null);
    if (chosen == null || title != null) {
      return this;
    }
    return new ExerciseForm(
        chosen.key(),
        chosen.title(words),
        chosen.goal(words),
        body,
        factor,
        day,
        lines(chosen.injects(words)),
        version);
  }

  /// The plan as it stands, for its leader to change.
  static ExerciseForm of(Exercise exercise) {
    return new ExerciseForm(
        exercise.scenario(),
        exercise.title(),
        exercise.goal(),
        exercise.place().body().toString(),
        String.valueOf(exercise.factor()),
        exercise.course().planned().toString(),
        lines(
            exercise.injects().stream()
                .map(it -> new Inject.Planned(it.afterMinutes(), it.title(), it.text()))
                .toList()),
        exercise.version());
  }

  private static String lines(List<Inject.Planned> injects) {
    return injects.stream()
        .map(it -> it.afterMinutes() + " | " + it.title() + " | " + it.text())
        .collect(Collectors.joining("\n"));
  }

  /// The same, for whoever has read that version.
  ExerciseForm at(int read) {
    return new ExerciseForm(scenario, title, goal, body, factor, day, injects, read);
  }

  int readVersion() {
    return version == null ? -1 : version;
  }

  ExercisePlan plan() {
    return new ExercisePlan(
        plain(scenario),
        plain(title).strip(),
        plain(goal).strip(),
        id(body),
        whole(
            plain(factor).isBlank() ? "1" : plain(factor),
            "incident.exercise.factor-outside",
            "factor"),
        dayOf(plain(day)),
        plain(injects).lines().filter(it -> !it.isBlank()).map(ExerciseForm::inject).toList());
  }

  private static Inject.Planned inject(String line) {
    List<String> parts = List.of(line.split("\\|", PARTS));
    if (parts.size() < PARTS) {
      throw new Refused("incident.exercise.inject-malformed", line.strip()).at("injects");
    }
    int minutes = whole(parts.getFirst().strip(), "incident.exercise.inject-minutes", "injects");
    return new Inject.Planned(minutes, parts.get(1).strip(), parts.get(2).strip());
  }

  private static int whole(String typed, String key, String field) {
    try {
      return Integer.parseInt(typed.strip());
    } catch (NumberFormatException e) {
      throw new Refused(key, typed).at(field);
    }
  }

  private static @Nullable UUID id(@Nullable String typed) {
    try {
      return typed == null || typed.isBlank() ? null : UUID.fromString(typed);
    } catch (IllegalArgumentException e) {
      throw new Refused("incident.exercise.body-missing").at("body");
    }
  }

  private static @Nullable LocalDate dayOf(String typed) {
    try {
      return typed.isBlank() ? null : LocalDate.parse(typed.strip());
    } catch (DateTimeParseException e) {
      throw new Refused("incident.exercise.day-malformed").at("day");
    }
  }

  public static String plain(@Nullable String typed) {
    return typed == null ? "" : typed;
  }
}

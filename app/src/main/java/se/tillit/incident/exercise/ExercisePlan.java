package se.tillit.incident.exercise;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.audittrail.Detail;
import se.tillit.kernel.Refused;

/// An exercise as it is planned.
///
/// @param scenario the shipped scenario that it was made from; may be empty
public record ExercisePlan(
    String scenario,
    String title,
    String goal,
    @Nullable UUID body,
    int factor,
    @Nullable LocalDate day,
    List<Inject.Planned> injects) {

  private static final int LONGEST = 200;
  private static final int LONGEST_TEXT = 4_000;
  private static final int MOST = 100;

  public ExercisePlan {
    injects = List.copyOf(injects);
  }

  static void demandShort(String text, String field) {
    if (text.length() > LONGEST_TEXT) {
      throw new Refused("incident.exercise.too-long", LONGEST_TEXT).at(field);
    }
  }

  /// What the trail says of it.
  Detail told() {
    return Detail.of("title", title)
        .with("body", body)
        .with("factor", factor)
        .with("injects", injects.size());
  }

  void demandWhole() {
    if (title.isBlank()) {
      throw new Refused("incident.exercise.title-missing").at("title");
    }
    if (title.length() > LONGEST) {
      throw new Refused("incident.exercise.title-long", LONGEST).at("title");
    }
    if (goal.isBlank()) {
      throw new Refused("incident.exercise.goal-missing").at("goal");
    }
    if (body == null) {
      throw new Refused("incident.exercise.body-missing").at("body");
    }
    if (factor < 1 || factor > 60) {
      throw new Refused("incident.exercise.factor-outside").at("factor");
    }
    if (day == null) {
      throw new Refused("incident.exercise.day-missing").at("day");
    }
    if (injects.isEmpty() || injects.size() > MOST) {
      throw new Refused("incident.exercise.injects-missing", MOST).at("injects");
    }
    for (Inject.Planned inject : injects) {
      if (inject.afterMinutes() < 0 || inject.title().isBlank() || inject.text().isBlank()) {
        throw new Refused("incident.exercise.inject-malformed", inject.title()).at("injects");
      }
    }
  }
}

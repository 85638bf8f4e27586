package se.tillit.incident.exercise;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.web.Fact;
import se.tillit.web.Words;

/// An exercise as its page shows it.
public record ShownExercise(
    Exercise exercise,
    String base,
    boolean leads,
    List<Evaluation.Measured> measured,
    List<Evaluation.Deadline> deadlines,
    Instant now,
    Words words) {

  private static final long DAY = 1440;

  public String href() {
    return base + "/" + exercise.id();
  }

  public ExerciseState state() {
    return exercise.course().state();
  }

  public String stateWord() {
    return words.t("incident.exercise.state." + state().key());
  }

  public @Nullable String caseHref() {
    UUID incident = exercise.incident();
    return incident == null
        ? null
        : base.substring(0, base.length() - "/exercises".length()) + "/" + incident;
  }

  /// What time it is in the exercise, and how far it has come.
  public String clock() {
    ExerciseTime time = exercise.time();
    return time == null
        ? words.t("incident.exercise.clock.none")
        : words.t("incident.exercise.clock", words.time(time.at(now)), span(time.passed(now)));
  }

  public List<Fact> facts() {
    return List.of(
        Fact.of(words.t("incident.exercise.reference"), exercise.reference()),
        Fact.of(words.t("incident.exercise.body"), exercise.place().name()),
        Fact.of(words.t("incident.exercise.leader"), exercise.leader().name()),
        Fact.of(words.t("incident.exercise.day"), words.date(exercise.course().planned())),
        Fact.of(
            words.t("incident.exercise.factor"),
            words.t("incident.exercise.factor.times", exercise.factor())));
  }

  /// When an inject is due by the exercise's clock.
  public String due(Inject inject) {
    return inject.afterMinutes() == 0
        ? words.t("incident.exercise.at-once")
        : words.t("incident.exercise.after", span(Duration.ofMinutes(inject.afterMinutes())));
  }

  public boolean isDue(Inject inject) {
    ExerciseTime time = exercise.time();
    return inject.releasedAt() == null
        && time != null
        && time.passed(now).toMinutes() >= inject.afterMinutes();
  }

  public boolean mayRelease(Inject inject) {
    return leads && state() == ExerciseState.RUNNING && inject.releasedAt() == null;
  }

  public String released(Inject inject) {
    Instant at = inject.releasedAt();
    return at == null
        ? words.t(isDue(inject) ? "incident.exercise.due-now" : "incident.exercise.waiting")
        : words.t(
            inject.byLeader()
                ? "incident.exercise.released.leader"
                : "incident.exercise.released.clock",
            words.time(at));
  }

  public List<Fact> times() {
    return measured.stream()
        .map(it ->
            Fact.of(
                words.t("incident.evaluation." + it.key()),
                it.after() == null
                    ? words.t("incident.evaluation.never")
                    : words.t("incident.evaluation.after", span(it.after()))))
        .toList();
  }

  /// Each deadline with whether it was kept.
  public List<Fact> kept() {
    return deadlines.stream()
        .map(it -> {
          Duration used = it.used();
          String key = used == null ? "unanswered" : it.kept() ? "in-time" : "too-late";
          return Fact.of(
              it.label(),
              words.t(
                  "incident.evaluation.deadline." + key,
                  span(used == null ? Duration.ZERO : used),
                  span(it.allowed())));
        })
        .toList();
  }

  /// Whether the plan may still be changed.
  public boolean mayChange() {
    return leads && state() == ExerciseState.PLANNED;
  }

  public String nameOf(Exercise.Participant participant) {
    return participant.name().isEmpty()
        ? words.t("incident.exercise.protected")
        : participant.name();
  }

  private String span(Duration length) {
    long minutes = length.toMinutes();
    String whole =
        words.t("incident.exercise.span", minutes / DAY, minutes % DAY / 60, minutes % 60).strip();
    return whole.isEmpty() ? words.t("incident.exercise.span.none") : whole;
  }
}

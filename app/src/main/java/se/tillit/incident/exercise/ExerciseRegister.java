package se.tillit.incident.exercise;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Trail;
import se.tillit.identity.Viewer;
import se.tillit.incident.IncidentPermissions;
import se.tillit.kernel.Forbidden;
import se.tillit.kernel.Ids;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Stale;
import se.tillit.kernel.Sweden;
import se.tillit.web.Words;

/// The register of exercises: planned, changed until they start, started, paused and ended.
@Component
class ExerciseRegister {

  private final ExerciseReading reading;
  private final ExerciseStore store;
  private final PractisedCases practised;
  private final Injects injects;
  private final ExerciseNotices notices;
  private final Trail trail;
  private final Clock clock;

  ExerciseRegister(
      ExerciseReading reading,
      ExerciseStore store,
      PractisedCases practised,
      Injects injects,
      ExerciseNotices notices,
      Trail trail,
      Clock clock) {
    this.reading = reading;
    this.store = store;
    this.practised = practised;
    this.injects = injects;
    this.notices = notices;
    this.trail = trail;
    this.clock = clock;
  }

  @Transactional
  public UUID plan(Viewer viewer, ExercisePlan plan) {
    demandWithinReach(viewer, plan);
    UUID id = Ids.next();
    String prefix =
        Words.SWEDISH.t("incident.exercise.mark") + "-" + Sweden.today(clock).getYear() + "-";
    String reference = prefix + "%03d".formatted(store.countBeginning(prefix) + 1);
    store.insert(id, reference, plan);
    trail.record("incident.exercise-planned", Exercise.subject(id, reference), plan.told());
    return id;
  }

  /// Changes the plan, until the exercise has started.
  @Transactional
  public void amend(Viewer viewer, UUID id, int version, ExercisePlan plan) {
    Exercise exercise = reading.led(viewer, id);
    exercise.demandPlanned("title");
    demandWithinReach(viewer, plan);
    if (!store.amend(id, version, plan)) {
      throw new Stale("exercise", id);
    }
    trail.record("incident.exercise-amended", exercise.subject(), plan.told());
  }

  private static void demandWithinReach(Viewer viewer, ExercisePlan plan) {
    plan.demandWhole();
    UUID body = plan.body();
    if (body == null || !viewer.demand(IncidentPermissions.EXERCISE).reachesBody(body)) {
      throw new Forbidden(IncidentPermissions.EXERCISE);
    }
  }

  /// Starts, pauses, resumes or ends it.
  @Transactional
  public void move(Viewer viewer, UUID id, int version, ExerciseState to, String summary) {
    Exercise exercise = reading.led(viewer, id);
    ExerciseState from = exercise.course().state();
    from.demandMove(to);
    Instant now = clock.instant();
    boolean done =
        switch (to) {
          case RUNNING -> run(exercise, version, now);
          case PAUSED -> pause(exercise, version, now);
          case ENDED -> end(exercise, version, summary.strip(), now);
          case PLANNED -> false;
        };
    if (!done) {
      throw new Stale("exercise", id);
    }
    trail.record(
        "incident.exercise-moved",
        exercise.subject(),
        Detail.none().changed("state", from.key(), to.key()));
    if (to == ExerciseState.RUNNING) {
      injects.follow(id);
    }
  }

  private boolean run(Exercise exercise, int version, Instant now) {
    if (exercise.course().startedAt() != null) {
      store.run(exercise.id(), now);
      return store.move(exercise.id(), version, ExerciseState.RUNNING, null, "");
    }
    if (exercise.participants().isEmpty()) {
      throw new Refused("incident.exercise.nobody").at("person");
    }
    UUID incident = Ids.next();
    String title = Words.SWEDISH.t("incident.exercise.mark") + ": " + exercise.title();
    practised.open(incident, exercise, title, now);
    if (!store.start(exercise, incident, version, now)) {
      return false;
    }
    store.run(exercise.id(), now);
    practised.show(incident, exercise, now);
    notices.began(exercise);
    return true;
  }

  private boolean pause(Exercise exercise, int version, Instant now) {
    store.halt(exercise.id(), now);
    return store.move(exercise.id(), version, ExerciseState.PAUSED, null, "");
  }

  private boolean end(Exercise exercise, int version, String summary, Instant now) {
    if (summary.isBlank()) {
      throw new Refused("incident.exercise.summary-missing").at("summary");
    }
    ExercisePlan.demandShort(summary, "summary");
    store.halt(exercise.id(), now);
    if (exercise.incident() != null) {
      practised.close(exercise.incident(), exercise.at(now));
    }
    return store.move(exercise.id(), version, ExerciseState.ENDED, now, summary);
  }
}

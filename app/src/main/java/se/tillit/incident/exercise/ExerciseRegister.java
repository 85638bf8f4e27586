package se.tillit.incident.exercise;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.identity.Scope;
import se.tillit.identity.Viewer;
import se.tillit.improvement.FindingKind;
import se.tillit.improvement.Findings;
import se.tillit.improvement.NewAction;
import se.tillit.improvement.NewFinding;
import se.tillit.incident.IncidentPermissions;
import se.tillit.job.Jobs;
import se.tillit.kernel.Forbidden;
import se.tillit.kernel.Ids;
import se.tillit.kernel.PersonId;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Stale;
import se.tillit.kernel.Sweden;
import se.tillit.kernel.Unknown;
import se.tillit.notification.Notice;
import se.tillit.notification.Notifications;
import se.tillit.web.Words;

/// The register of exercises: planned, started, paused, ended, observed.
@Component
public class ExerciseRegister {

  private static final int LONGEST = 4_000;

  private final ExerciseStore store;
  private final Notifications notifications;
  private final Findings findings;
  private final Jobs jobs;
  private final Trail trail;
  private final Clock clock;

  ExerciseRegister(
      ExerciseStore store,
      Notifications notifications,
      Findings findings,
      Jobs jobs,
      Trail trail,
      Clock clock) {
    this.store = store;
    this.notifications = notifications;
    this.findings = findings;
    this.jobs = jobs;
    this.trail = trail;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public List<ExerciseLine> list(Viewer viewer) {
    return store.lines(reach(viewer), viewer.person(), null);
  }

  /// The exercise as the viewer may read it: its leader and those who plan see what is to come.
  @Transactional(readOnly = true)
  public Exercise find(Viewer viewer, UUID id) {
    Exercise found = seen(viewer, id);
    return mayLead(viewer, found) ? found : found.withoutWhatIsToCome();
  }

  boolean mayLead(Viewer viewer, Exercise exercise) {
    return viewer.may(IncidentPermissions.EXERCISE)
        && reach(viewer).reachesBody(exercise.place().body());
  }

  @Transactional
  public UUID plan(Viewer viewer, ExercisePlan plan) {
    plan.demandWhole();
    UUID body = plan.body();
    if (body == null || !viewer.demand(IncidentPermissions.EXERCISE).reachesBody(body)) {
      throw new Forbidden(IncidentPermissions.EXERCISE);
    }
    UUID id = Ids.next();
    String prefix =
        Words.SWEDISH.t("incident.exercise.mark") + "-" + Sweden.today(clock).getYear() + "-";
    String reference = prefix + "%03d".formatted(store.countBeginning(prefix) + 1);
    store.insert(id, reference, plan);
    trail.record(
        "incident.exercise-planned",
        Subject.of("incident-exercise", id, reference),
        Detail.of("title", plan.title()).with("body", body).with("factor", plan.factor()));
    return id;
  }

  /// Adds somebody who is to take part.
  @Transactional
  public void join(Viewer viewer, UUID id, @Nullable UUID person) {
    Exercise exercise = led(viewer, id);
    demandNotEnded(exercise);
    if (person == null || !store.knows(person)) {
      throw new Refused("incident.exercise.person-missing").at("person");
    }
    if (exercise.includes(person)) {
      return;
    }
    store.join(id, person);
    trail.record("incident.exercise-joined", subject(exercise), Detail.of("person", person));
    UUID incident = exercise.incident();
    if (incident != null) {
      store.show(incident, seen(viewer, id), clock.instant());
      notifications.tell(new PersonId(person), notice("incident.exercise.notice.began", exercise));
    }
  }

  /// Starts, pauses, resumes or ends it.
  @Transactional
  public void move(Viewer viewer, UUID id, int version, ExerciseState to, String summary) {
    Exercise exercise = led(viewer, id);
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
        subject(exercise),
        Detail.none().changed("state", from.key(), to.key()));
    if (to == ExerciseState.RUNNING) {
      play(loaded(id));
      awaitNext(loaded(id));
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
    store.openCase(incident, exercise, title, now);
    if (!store.start(exercise, incident, version, now)) {
      return false;
    }
    store.run(exercise.id(), now);
    store.show(incident, exercise, now);
    announce("incident.exercise.notice.began", exercise);
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
    demandShort(summary, "summary");
    store.halt(exercise.id(), now);
    if (exercise.incident() != null) {
      store.closeCase(exercise.incident(), exercise.at(now));
    }
    return store.move(exercise.id(), version, ExerciseState.ENDED, now, summary);
  }

  /// Releases an inject before its time, or in it.
  @Transactional
  public void release(Viewer viewer, UUID id, @Nullable UUID inject) {
    Exercise exercise = led(viewer, id);
    if (exercise.course().state() != ExerciseState.RUNNING) {
      throw new Refused("incident.exercise.not-running").at("inject");
    }
    Inject wanted =
        exercise.injects().stream()
            .filter(it -> it.id().equals(inject))
            .findFirst()
            .orElseThrow(() -> new Unknown("inject", String.valueOf(inject)));
    release(exercise, wanted, true, exercise.at(clock.instant()));
  }

  /// Releases what the exercises' clocks have reached, once each.
  @Transactional
  public int releaseDue() {
    return store.running().stream().mapToInt(this::releaseDue).sum();
  }

  /// Releases what the clock of one exercise has reached, and comes back when it reaches the next.
  @Transactional
  public int releaseDue(UUID id) {
    int released = play(loaded(id));
    if (released > 0) {
      awaitNext(loaded(id));
    }
    return released;
  }

  private int play(Exercise exercise) {
    Instant now = clock.instant();
    int released = 0;
    for (Inject inject : exercise.awaited()) {
      boolean due = exercise.reaches(inject, now).filter(it -> !it.isAfter(now)).isPresent();
      if (due && release(exercise, inject, false, exercise.at(now))) {
        released++;
      }
    }
    return released;
  }

  private void awaitNext(Exercise exercise) {
    exercise.awaited().stream()
        .findFirst()
        .flatMap(it -> exercise.reaches(it, clock.instant()))
        .ifPresent(it -> jobs.start(InjectWork.KIND, exercise.id().toString(), it));
  }

  private Exercise loaded(UUID id) {
    return store
        .find(id, Scope.EVERYTHING, null)
        .orElseThrow(() -> new Unknown("exercise", id));
  }

  private boolean release(Exercise exercise, Inject inject, boolean byLeader, Instant now) {
    if (!store.release(exercise, inject, byLeader, now)) {
      return false;
    }
    trail.record(
        "incident.exercise-inject-released",
        subject(exercise),
        Detail.of("title", inject.title()).with("leader", byLeader));
    announce("incident.exercise.notice.inject", exercise);
    return true;
  }

  /// Notes what was seen; when it is to be mended, it becomes a finding with everything else that
  /// is.
  @Transactional
  public void observe(Viewer viewer, UUID id, String text, boolean mend) {
    Exercise exercise = seen(viewer, id);
    if (exercise.course().startedAt() == null) {
      throw new Refused("incident.exercise.not-started").at("text");
    }
    if (text.isBlank()) {
      throw new Refused("incident.exercise.observation-missing").at("text");
    }
    demandShort(text, "text");
    if (mend && !mayLead(viewer, exercise)) {
      throw new Forbidden(IncidentPermissions.EXERCISE);
    }
    UUID finding = mend ? raise(exercise, text.strip()) : null;
    store.observe(Ids.next(), id, exercise.at(clock.instant()), text.strip(), finding);
    trail.record("incident.exercise-observed", subject(exercise), Detail.of("finding", finding));
  }

  private UUID raise(Exercise exercise, String text) {
    String first = text.lines().findFirst().orElse(text);
    return findings.raise(
        new NewFinding(
            FindingKind.OPPORTUNITY,
            first.length() > 120 ? first.substring(0, 119) + "…" : first,
            text,
            new NewAction.Source(
                "exercise",
                exercise.id(),
                exercise.reference() + " " + exercise.title(),
                path(exercise)),
            new NewAction.Place(null, exercise.place().body()),
            NewFinding.Requirement.NONE));
  }

  private Exercise seen(Viewer viewer, UUID id) {
    return store
        .find(id, reach(viewer), viewer.person())
        .orElseThrow(() -> new Unknown("exercise", id));
  }

  private Exercise led(Viewer viewer, UUID id) {
    Exercise exercise = seen(viewer, id);
    if (!mayLead(viewer, exercise)) {
      throw new Forbidden(IncidentPermissions.EXERCISE);
    }
    return exercise;
  }

  private static Scope reach(Viewer viewer) {
    return viewer.may(IncidentPermissions.EXERCISE)
        ? viewer.scope(IncidentPermissions.EXERCISE)
        : Scope.NOTHING;
  }

  private void announce(String key, Exercise exercise) {
    notifications.tell(
        exercise.participants().stream().map(it -> new PersonId(it.person())).toList(),
        notice(key, exercise));
  }

  private static Notice notice(String key, Exercise exercise) {
    return Notice.of(key, path(exercise), exercise.title());
  }

  private static String path(Exercise exercise) {
    return "/incidents/exercises/" + exercise.id();
  }

  private static void demandNotEnded(Exercise exercise) {
    if (exercise.course().state() == ExerciseState.ENDED) {
      throw new Refused("incident.exercise.ended").at("person");
    }
  }

  private static void demandShort(String text, String field) {
    if (text.length() > LONGEST) {
      throw new Refused("incident.exercise.too-long", LONGEST).at(field);
    }
  }

  private static Subject subject(Exercise exercise) {
    return Subject.of("incident-exercise", exercise.id(), exercise.reference());
  }
}

package se.tillit.incident.exercise;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Trail;
import se.tillit.identity.Viewer;
import se.tillit.job.Jobs;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Unknown;

/// Releases injects, once each: when the exercise's clock reaches them, or the leader wills.
@Component
class Injects {

  private final ExerciseReading reading;
  private final ExerciseStore store;
  private final ExerciseNotices notices;
  private final Jobs jobs;
  private final Trail trail;
  private final Clock clock;

  Injects(
      ExerciseReading reading,
      ExerciseStore store,
      ExerciseNotices notices,
      Jobs jobs,
      Trail trail,
      Clock clock) {
    this.reading = reading;
    this.store = store;
    this.notices = notices;
    this.jobs = jobs;
    this.trail = trail;
    this.clock = clock;
  }

  /// Releases an inject before its time, or in it.
  @Transactional
  public void release(Viewer viewer, UUID id, @Nullable UUID inject) {
    Exercise exercise = reading.led(viewer, id);
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

  /// Releases what the exercises' clocks have reached.
  @Transactional
  public int releaseDue() {
    return store.running().stream().mapToInt(this::releaseDue).sum();
  }

  /// Releases what the clock of one exercise has reached, and comes back when it reaches the next.
  @Transactional
  public int releaseDue(UUID id) {
    int released = play(reading.load(id));
    if (released > 0) {
      awaitNext(reading.load(id));
    }
    return released;
  }

  /// Follows the exercise's clock from when it begins to go, in the running transaction.
  void follow(UUID id) {
    play(reading.load(id));
    awaitNext(reading.load(id));
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

  private boolean release(Exercise exercise, Inject inject, boolean byLeader, Instant now) {
    if (!store.release(exercise, inject, byLeader, now)) {
      return false;
    }
    trail.record(
        "incident.exercise-inject-released",
        exercise.subject(),
        Detail.of("title", inject.title()).with("leader", byLeader));
    notices.released(exercise);
    return true;
  }
}

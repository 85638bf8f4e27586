package se.tillit.incident.exercise;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Trail;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Refused;

/// Who takes part in an exercise: added until it has ended, taken away until it has started.
@Component
class Participants {

  private final ExerciseReading reading;
  private final ExerciseStore store;
  private final PractisedCases practised;
  private final ExerciseNotices notices;
  private final Trail trail;
  private final Clock clock;

  Participants(
      ExerciseReading reading,
      ExerciseStore store,
      PractisedCases practised,
      ExerciseNotices notices,
      Trail trail,
      Clock clock) {
    this.reading = reading;
    this.store = store;
    this.practised = practised;
    this.notices = notices;
    this.trail = trail;
    this.clock = clock;
  }

  @Transactional
  public void join(Viewer viewer, UUID id, @Nullable UUID person) {
    Exercise exercise = reading.led(viewer, id);
    if (exercise.course().state() == ExerciseState.ENDED) {
      throw new Refused("incident.exercise.ended").at("person");
    }
    if (person == null || !store.knows(person)) {
      throw new Refused("incident.exercise.person-missing").at("person");
    }
    if (exercise.includes(person)) {
      return;
    }
    store.join(id, person);
    trail.record("incident.exercise-joined", exercise.subject(), Detail.of("person", person));
    UUID incident = exercise.incident();
    if (incident != null) {
      practised.show(incident, reading.load(id), clock.instant());
      notices.began(exercise, person);
    }
  }

  @Transactional
  public void leave(Viewer viewer, UUID id, UUID person) {
    Exercise exercise = reading.led(viewer, id);
    exercise.demandPlanned("person");
    if (exercise.includes(person)) {
      store.leave(id, person);
      trail.record("incident.exercise-left", exercise.subject(), Detail.of("person", person));
    }
  }
}

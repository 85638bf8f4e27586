package se.tillit.incident.exercise;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.incident.IncidentPermissions;

/// What belongs to an exercise, as JSON: who takes part, what is released, what was seen, and how
/// long things took. Each of these may be sent twice without harm, or only adds.
@RestController
class ExercisePartsResource {

  private static final String HERE = "/api/v1/{tenant}/incidents/exercises/{id}";

  private final ExerciseReading reading;
  private final Participants participants;
  private final Injects injects;
  private final Observations observations;
  private final Evaluation evaluation;

  ExercisePartsResource(
      ExerciseReading reading,
      Participants participants,
      Injects injects,
      Observations observations,
      Evaluation evaluation) {
    this.reading = reading;
    this.participants = participants;
    this.injects = injects;
    this.observations = observations;
    this.evaluation = evaluation;
  }

  /// Something that was seen.
  ///
  /// @param mend whether it becomes a finding
  record ObservationBody(@Nullable String text, @Nullable Boolean mend) {}

  /// How long things took, by the exercise's clock.
  record Evaluated(List<Evaluation.Measured> measured, List<Evaluation.Deadline> deadlines) {}

  @Requires(IncidentPermissions.EXERCISE)
  @PutMapping(HERE + "/participants/{person}")
  List<Exercise.Participant> join(Viewer viewer, @PathVariable UUID id, @PathVariable UUID person) {
    participants.join(viewer, id, person);
    return reading.find(viewer, id).participants();
  }

  @Requires(IncidentPermissions.EXERCISE)
  @DeleteMapping(HERE + "/participants/{person}")
  List<Exercise.Participant> leave(
      Viewer viewer, @PathVariable UUID id, @PathVariable UUID person) {
    participants.leave(viewer, id, person);
    return reading.find(viewer, id).participants();
  }

  @Requires(IncidentPermissions.EXERCISE)
  @PutMapping(HERE + "/injects/{inject}/release")
  List<Inject> release(Viewer viewer, @PathVariable UUID id, @PathVariable UUID inject) {
    injects.release(viewer, id, inject);
    return reading.find(viewer, id).injects();
  }

  @Requires(IncidentPermissions.READ)
  @PostMapping(HERE + "/observations")
  @ResponseStatus(HttpStatus.CREATED)
  Exercise.Observation observe(
      Viewer viewer, @PathVariable UUID id, @RequestBody ObservationBody body) {
    boolean mend = Boolean.TRUE.equals(body.mend());
    return observations.observe(viewer, id, ExerciseForm.plain(body.text()), mend);
  }

  @Requires(IncidentPermissions.READ)
  @GetMapping(HERE + "/evaluation")
  Evaluated evaluate(Viewer viewer, @PathVariable UUID id) {
    Exercise exercise = reading.find(viewer, id);
    return new Evaluated(evaluation.of(exercise), evaluation.deadlines(exercise));
  }
}

package se.tillit.incident.exercise;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.incident.IncidentPermissions;
import se.tillit.web.Etag;

/// Exercises as JSON.
@RestController
class ExerciseResource {

  private final ExerciseRegister register;
  private final Evaluation evaluation;
  private final Clock clock;

  ExerciseResource(ExerciseRegister register, Evaluation evaluation, Clock clock) {
    this.register = register;
    this.evaluation = evaluation;
    this.clock = clock;
  }

  /// The exercises within reach.
  record ExercisePage(List<ExerciseLine> items) {}

  /// An exercise, what time it is in it, and how long things took.
  record ExerciseAnswer(
      Exercise exercise,
      @Nullable Instant time,
      List<Evaluation.Measured> measured,
      List<Evaluation.Deadline> deadlines) {}

  /// An exercise to plan.
  record ExerciseBody(
      @Nullable String title,
      @Nullable String goal,
      @Nullable UUID body,
      @Nullable Integer factor,
      @Nullable LocalDate day,
      @Nullable List<Inject.Planned> injects) {

    ExercisePlan plan() {
      return new ExercisePlan(
          "",
          ExerciseForm.plain(title).strip(),
          ExerciseForm.plain(goal).strip(),
          body,
          factor == null ? 1 : factor,
          day,
          injects == null ? List.of() : injects);
    }
  }

  /// A move to make; an end needs a summary.
  record Move(@Nullable String state, @Nullable String summary) {}

  @Requires(IncidentPermissions.READ)
  @GetMapping("/api/v1/{tenant}/incidents/exercises")
  ExercisePage list(Viewer viewer) {
    return new ExercisePage(register.list(viewer));
  }

  @Requires(IncidentPermissions.READ)
  @GetMapping("/api/v1/{tenant}/incidents/exercises/{id}")
  ResponseEntity<ExerciseAnswer> show(Viewer viewer, @PathVariable UUID id) {
    return answer(viewer, id);
  }

  @Requires(IncidentPermissions.EXERCISE)
  @PostMapping("/api/v1/{tenant}/incidents/exercises")
  ResponseEntity<Exercise> create(Viewer viewer, @RequestBody ExerciseBody body) {
    UUID id = register.plan(viewer, body.plan());
    Exercise planned = register.find(viewer, id);
    return ResponseEntity.created(
            URI.create("/api/v1/" + viewer.seat().tenantKey() + "/incidents/exercises/" + id))
        .eTag(Etag.of(planned.version()))
        .body(planned);
  }

  @Requires(IncidentPermissions.EXERCISE)
  @PostMapping("/api/v1/{tenant}/incidents/exercises/{id}/state")
  ResponseEntity<ExerciseAnswer> move(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody Move move) {
    register.move(
        viewer,
        id,
        Etag.demanded(ifMatch),
        ExerciseState.of(ExerciseForm.plain(move.state())),
        ExerciseForm.plain(move.summary()));
    return answer(viewer, id);
  }

  private ResponseEntity<ExerciseAnswer> answer(Viewer viewer, UUID id) {
    Exercise found = register.find(viewer, id);
    ExerciseTime time = found.time();
    Instant now = time == null ? null : time.at(clock.instant());
    return ResponseEntity.ok()
        .eTag(Etag.of(found.version()))
        .body(new ExerciseAnswer(found, now, evaluation.of(found), evaluation.deadlines(found)));
  }
}

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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.incident.IncidentPermissions;
import se.tillit.web.Cursor;
import se.tillit.web.Etag;

/// Exercises as JSON: planned, changed, started, paused and ended against the version that was
/// read.
@RestController
class ExerciseResource {

  private static final int MOST = 200;

  private final ExerciseRegister register;
  private final ExerciseReading reading;
  private final Clock clock;

  ExerciseResource(ExerciseRegister register, ExerciseReading reading, Clock clock) {
    this.register = register;
    this.reading = reading;
    this.clock = clock;
  }

  /// The exercises within reach, page by page.
  record ExercisePage(List<ExerciseLine> items, @Nullable String next) {}

  /// An exercise, and what time it is in it.
  record ExerciseAnswer(Exercise exercise, @Nullable Instant time) {}

  /// The plan of an exercise.
  record ExerciseBody(
      @Nullable String title,
      @Nullable String goal,
      @Nullable UUID body,
      @Nullable Integer factor,
      @Nullable LocalDate day,
      @Nullable List<Inject.Planned> injects) {

    ExercisePlan plan(String scenario) {
      return new ExercisePlan(
          scenario,
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
  ExercisePage list(
      Viewer viewer,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam @Nullable String after) {
    int rows = Math.clamp(limit, 1, MOST);
    Cursor from = after == null ? null : Cursor.parse(after);
    List<ExerciseLine> found = reading.page(viewer, from, rows + 1);
    List<ExerciseLine> shown = found.stream().limit(rows).toList();
    String next =
        found.size() <= rows ? null : ExerciseReading.cursorOf(shown.getLast()).toString();
    return new ExercisePage(shown, next);
  }

  @Requires(IncidentPermissions.READ)
  @GetMapping("/api/v1/{tenant}/incidents/exercises/{id}")
  ResponseEntity<ExerciseAnswer> show(Viewer viewer, @PathVariable UUID id) {
    return answer(viewer, id);
  }

  @Requires(IncidentPermissions.EXERCISE)
  @PostMapping("/api/v1/{tenant}/incidents/exercises")
  ResponseEntity<Exercise> create(Viewer viewer, @RequestBody ExerciseBody body) {
    UUID id = register.plan(viewer, body.plan(""));
    Exercise planned = reading.find(viewer, id);
    return ResponseEntity.created(
            URI.create("/api/v1/" + viewer.seat().tenantKey() + "/incidents/exercises/" + id))
        .eTag(Etag.of(planned.version()))
        .body(planned);
  }

  @Requires(IncidentPermissions.EXERCISE)
  @PutMapping("/api/v1/{tenant}/incidents/exercises/{id}")
  ResponseEntity<ExerciseAnswer> amend(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody ExerciseBody body) {
    String scenario = reading.led(viewer, id).scenario();
    register.amend(viewer, id, Etag.demanded(ifMatch), body.plan(scenario));
    return answer(viewer, id);
  }

  @Requires(IncidentPermissions.EXERCISE)
  @PostMapping("/api/v1/{tenant}/incidents/exercises/{id}/state")
  ResponseEntity<ExerciseAnswer> move(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody Move move) {
    reading.led(viewer, id);
    register.move(
        viewer,
        id,
        Etag.demanded(ifMatch),
        ExerciseState.of(ExerciseForm.plain(move.state())),
        ExerciseForm.plain(move.summary()));
    return answer(viewer, id);
  }

  private ResponseEntity<ExerciseAnswer> answer(Viewer viewer, UUID id) {
    Exercise found = reading.find(viewer, id);
    ExerciseTime time = found.time();
    return ResponseEntity.ok()
        .eTag(Etag.of(found.version()))
        .body(new ExerciseAnswer(found, time == null ? null : time.at(clock.instant())));
  }
}

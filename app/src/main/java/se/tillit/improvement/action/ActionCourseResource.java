package se.tillit.improvement.action;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.improvement.ImprovementPermissions;
import se.tillit.web.Etag;

/// An action's last day, what stands in its way and what it waits for, as JSON.
@RestController
class ActionCourseResource {

  private static final String ONE = "/api/v1/{tenant}/actions/{id}";

  private final ActionRegister register;
  private final ActionProgress progress;
  private final Dependencies dependencies;

  ActionCourseResource(
      ActionRegister register, ActionProgress progress, Dependencies dependencies) {
    this.register = register;
    this.progress = progress;
    this.dependencies = dependencies;
  }

  /// A new last day, and why.
  record DueBody(@Nullable LocalDate due, @Nullable String reason) {}

  /// What stands in the way.
  record HindranceBody(@Nullable String because) {}

  /// What an action waits for, and what waits for it.
  record Neighbours(List<Neighbour> blockers, List<Neighbour> waiting) {}

  @Requires(ImprovementPermissions.READ)
  @GetMapping(ONE + "/due")
  List<ActionStore.DueChange> dueChanges(Viewer viewer, @PathVariable UUID id) {
    return register.dueChanges(viewer, id);
  }

  @Requires(ImprovementPermissions.PROGRESS)
  @PostMapping(ONE + "/due")
  ResponseEntity<Action> postpone(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody DueBody body) {
    progress.postpone(
        viewer, id, Etag.demanded(ifMatch), body.due(), ActionForm.plain(body.reason()));
    return answer(viewer, id);
  }

  @Requires(ImprovementPermissions.PROGRESS)
  @PostMapping(ONE + "/hindrance")
  ResponseEntity<Action> hinder(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody HindranceBody body) {
    progress.hinder(viewer, id, Etag.demanded(ifMatch), ActionForm.plain(body.because()));
    return answer(viewer, id);
  }

  @Requires(ImprovementPermissions.READ)
  @GetMapping(ONE + "/dependencies")
  Neighbours neighbours(Viewer viewer, @PathVariable UUID id) {
    UUID seen = register.find(viewer, id).id();
    return new Neighbours(
        dependencies.blockersOf(viewer, seen), dependencies.waitingFor(viewer, seen));
  }

  @Requires(ImprovementPermissions.PROGRESS)
  @PutMapping(ONE + "/dependencies/{blocker}")
  ResponseEntity<Void> add(Viewer viewer, @PathVariable UUID id, @PathVariable UUID blocker) {
    dependencies.add(viewer, id, blocker);
    return ResponseEntity.noContent().build();
  }

  @Requires(ImprovementPermissions.PROGRESS)
  @DeleteMapping(ONE + "/dependencies/{blocker}")
  ResponseEntity<Void> remove(Viewer viewer, @PathVariable UUID id, @PathVariable UUID blocker) {
    dependencies.remove(viewer, id, blocker);
    return ResponseEntity.noContent().build();
  }

  private ResponseEntity<Action> answer(Viewer viewer, UUID id) {
    Action action = register.find(viewer, id);
    return ResponseEntity.ok().eTag(Etag.of(action.version())).body(action);
  }
}

package se.tillit.improvement.action;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.improvement.ImprovementPermissions;

/// Changes of several actions at once, all of them or none.
@RestController
class ActionBatchResource {

  private final ActionBatch batch;

  ActionBatchResource(ActionBatch batch) {
    this.batch = batch;
  }

  /// Who shall answer for which; without an owner, each unit's manager.
  record Owners(@Nullable List<UUID> actions, @Nullable UUID owner) {}

  /// A new last day, and why.
  record DueDays(@Nullable List<UUID> actions, @Nullable LocalDate due, @Nullable String reason) {}

  /// A state to move open ones to, with words about why.
  record States(@Nullable List<UUID> actions, @Nullable String state, @Nullable String text) {}

  /// How many were changed.
  record Changed(int changed) {}

  @Requires(ImprovementPermissions.WRITE)
  @PostMapping("/api/v1/{tenant}/actions/owners")
  Changed assign(Viewer viewer, @RequestBody Owners wanted) {
    return new Changed(batch.assign(viewer, plain(wanted.actions()), wanted.owner()));
  }

  @Requires(ImprovementPermissions.PROGRESS)
  @PostMapping("/api/v1/{tenant}/actions/due-days")
  Changed postpone(Viewer viewer, @RequestBody DueDays wanted) {
    return new Changed(
        batch.postpone(
            viewer, plain(wanted.actions()), wanted.due(), ActionForm.plain(wanted.reason())));
  }

  @Requires(ImprovementPermissions.PROGRESS)
  @PostMapping("/api/v1/{tenant}/actions/states")
  Changed move(Viewer viewer, @RequestBody States wanted) {
    return new Changed(
        batch.move(
            viewer,
            plain(wanted.actions()),
            ActionState.of(ActionForm.plain(wanted.state())),
            ActionForm.plain(wanted.text())));
  }

  private static List<UUID> plain(@Nullable List<UUID> actions) {
    return actions == null ? List.of() : actions;
  }
}

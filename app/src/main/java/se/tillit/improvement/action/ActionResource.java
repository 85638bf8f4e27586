package se.tillit.improvement.action;

import java.net.URI;
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
import se.tillit.improvement.ImprovementPermissions;
import se.tillit.improvement.NewAction;
import se.tillit.improvement.Priority;
import se.tillit.improvement.request.Requests;
import se.tillit.kernel.Refused;
import se.tillit.web.Cursor;
import se.tillit.web.Etag;

/// Actions as JSON.
@RestController
class ActionResource {

  private static final int MOST = 200;

  private final ActionRegister register;
  private final ActionProgress progress;
  private final Requests requests;

  ActionResource(ActionRegister register, ActionProgress progress, Requests requests) {
    this.register = register;
    this.progress = progress;
    this.requests = requests;
  }

  /// A page of actions.
  record ActionPage(List<Action> items, @Nullable String next) {}

  /// An action to write.
  record ActionBody(
      @Nullable String title,
      @Nullable String description,
      @Nullable String goal,
      @Nullable String cost,
      @Nullable Long costSek,
      @Nullable UUID servedGoal,
      @Nullable String dueReason,
      NewAction.@Nullable Source source,
      @Nullable UUID unit,
      @Nullable UUID body,
      @Nullable UUID owner,
      @Nullable UUID deputy,
      @Nullable LocalDate start,
      @Nullable LocalDate due,
      @Nullable String priority) {

    Draft draft() {
      if (due == null) {
        throw new Refused("improvement.action.due-missing").at("due");
      }
      if (unit != null && body != null) {
        throw new Refused("improvement.action.two-places").at("body");
      }
      var action =
          new NewAction(
              ActionForm.plain(title),
              ActionForm.plain(description),
              source,
              new NewAction.Place(unit, body),
              new NewAction.Hands(owner, deputy),
              due,
              priority == null ? Priority.NORMAL : Priority.of(priority));
      return new Draft(
          action,
          ActionForm.plain(goal),
          start,
          new Draft.Cost(costSek, ActionForm.plain(cost)),
          new Draft.Change(servedGoal, ActionForm.plain(dueReason)));
    }
  }

  /// A move to make, with words about why.
  record Move(
      @Nullable String state,
      @Nullable String text,
      @Nullable String evidence,
      @Nullable LocalDate recheck) {}

  @Requires(ImprovementPermissions.READ)
  @GetMapping("/api/v1/{tenant}/actions")
  ActionPage list(
      Viewer viewer,
      ActionFilter filter,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam @Nullable String after) {
    int rows = Math.clamp(limit, 1, MOST);
    Cursor from = after == null ? null : Cursor.parse(after);
    List<Action> found = register.page(viewer, filter, from, rows + 1);
    List<Action> shown = found.stream().limit(rows).toList();
    String next =
        found.size() <= rows ? null : VisibleActions.cursorOf(filter, shown.getLast()).toString();
    return new ActionPage(shown, next);
  }

  @Requires(ImprovementPermissions.READ)
  @GetMapping("/api/v1/{tenant}/actions/{id}")
  ResponseEntity<Action> show(Viewer viewer, @PathVariable UUID id) {
    return answer(register.find(viewer, id));
  }

  @Requires(ImprovementPermissions.WRITE)
  @PostMapping("/api/v1/{tenant}/actions")
  ResponseEntity<Action> create(
      Viewer viewer,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody ActionBody body) {
    UUID id = requests.once(key, "action", () -> register.open(viewer, body.draft()));
    Action opened = register.find(viewer, id);
    URI place = URI.create("/api/v1/" + viewer.seat().tenantKey() + "/actions/" + id);
    return ResponseEntity.created(place).eTag(Etag.of(opened.version())).body(opened);
  }

  @Requires(ImprovementPermissions.WRITE)
  @PutMapping("/api/v1/{tenant}/actions/{id}")
  ResponseEntity<Action> update(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody ActionBody body) {
    register.edit(viewer, id, Etag.demanded(ifMatch), body.draft());
    return answer(register.find(viewer, id));
  }

  @Requires(ImprovementPermissions.PROGRESS)
  @PostMapping("/api/v1/{tenant}/actions/{id}/state")
  ResponseEntity<Action> move(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody Move move) {
    progress.move(
        viewer,
        id,
        Etag.demanded(ifMatch),
        new ActionProgress.Wish(
            ActionState.of(ActionForm.plain(move.state())),
            ActionForm.plain(move.text()),
            ActionForm.plain(move.evidence()),
            move.recheck()));
    return answer(register.find(viewer, id));
  }

  private static ResponseEntity<Action> answer(Action action) {
    return ResponseEntity.ok().eTag(Etag.of(action.version())).body(action);
  }
}

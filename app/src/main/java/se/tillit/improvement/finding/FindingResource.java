package se.tillit.improvement.finding;

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
import se.tillit.improvement.FindingKind;
import se.tillit.improvement.ImprovementPermissions;
import se.tillit.improvement.NewAction;
import se.tillit.improvement.NewFinding;
import se.tillit.improvement.Priority;
import se.tillit.improvement.request.Requests;
import se.tillit.kernel.Refused;
import se.tillit.web.Cursor;
import se.tillit.web.Etag;

/// Findings as JSON.
@RestController
class FindingResource {

  private static final String ALL = "/api/v1/{tenant}/findings";
  private static final int MOST = 200;

  private final FindingRegister register;
  private final Requests requests;

  FindingResource(FindingRegister register, Requests requests) {
    this.register = register;
    this.requests = requests;
  }

  /// A page of findings.
  record FindingPage(List<Finding> items, @Nullable String next) {}

  /// A finding to write.
  record FindingBody(
      @Nullable String kind,
      @Nullable String title,
      @Nullable String description,
      NewAction.@Nullable Source source,
      @Nullable UUID unit,
      @Nullable UUID body,
      @Nullable String requirement,
      @Nullable String requirementPath,
      @Nullable String cause) {

    NewFinding finding() {
      if (unit != null && body != null) {
        throw new Refused("improvement.action.two-places").at("body");
      }
      return new NewFinding(
          FindingKind.of(FindingForm.plain(kind)),
          FindingForm.plain(title),
          FindingForm.plain(description),
          source,
          new NewAction.Place(unit, body),
          new NewFinding.Requirement(FindingForm.plain(requirement), requirementPath));
    }
  }

  /// An action to open with a decision to act.
  record ActionBody(@Nullable String title, @Nullable UUID owner, @Nullable LocalDate due) {

    NewAction of(Finding finding) {
      if (due == null) {
        throw new Refused("improvement.action.due-missing").at("actions.due");
      }
      return new NewAction(
          FindingForm.plain(title),
          "",
          new NewAction.Source(
              FindingStore.KIND, finding.id(), finding.title(), "/findings/" + finding.id()),
          FindingRegister.placeOf(finding),
          new NewAction.Hands(owner, null),
          due,
          Priority.NORMAL);
    }
  }

  /// A decision.
  record RulingBody(
      @Nullable String decision, @Nullable String motive, @Nullable List<ActionBody> actions) {}

  /// Words that close.
  record ClosureBody(@Nullable String conclusion) {}

  @Requires(ImprovementPermissions.READ)
  @GetMapping(ALL)
  FindingPage list(
      Viewer viewer,
      FindingFilter filter,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam @Nullable String after) {
    int rows = Math.clamp(limit, 1, MOST);
    Cursor from = after == null ? null : Cursor.parse(after);
    List<Finding> found = register.page(viewer, filter, from, rows + 1);
    List<Finding> shown = found.stream().limit(rows).toList();
    String next =
        found.size() <= rows ? null : FindingController.cursorOf(shown.getLast()).toString();
    return new FindingPage(shown, next);
  }

  @Requires(ImprovementPermissions.READ)
  @GetMapping(ALL + "/{id}")
  ResponseEntity<Finding> show(Viewer viewer, @PathVariable UUID id) {
    return answer(viewer, id);
  }

  @Requires(ImprovementPermissions.FIND)
  @PostMapping(ALL)
  ResponseEntity<Finding> create(
      Viewer viewer,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody FindingBody body) {
    String cause = FindingForm.plain(body.cause());
    UUID id = requests.once(key, "finding", () -> register.raise(viewer, body.finding(), cause));
    Finding raised = register.find(viewer, id);
    URI place = URI.create("/api/v1/" + viewer.seat().tenantKey() + "/findings/" + id);
    return ResponseEntity.created(place).eTag(Etag.of(raised.version())).body(raised);
  }

  @Requires(ImprovementPermissions.DECIDE)
  @PutMapping(ALL + "/{id}")
  ResponseEntity<Finding> update(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody FindingBody body) {
    String cause = FindingForm.plain(body.cause());
    register.edit(viewer, id, Etag.demanded(ifMatch), body.finding(), cause);
    return answer(viewer, id);
  }

  @Requires(ImprovementPermissions.DECIDE)
  @PostMapping(ALL + "/{id}/decision")
  ResponseEntity<Finding> decide(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody RulingBody body) {
    Finding finding = register.find(viewer, id);
    List<ActionBody> actions = body.actions() == null ? List.of() : body.actions();
    var ruling =
        new FindingRegister.Ruling(
            Decision.of(FindingForm.plain(body.decision())),
            FindingForm.plain(body.motive()),
            actions.stream().map(it -> it.of(finding)).toList());
    register.decide(viewer, id, Etag.demanded(ifMatch), ruling);
    return answer(viewer, id);
  }

  @Requires(ImprovementPermissions.DECIDE)
  @PostMapping(ALL + "/{id}/closure")
  ResponseEntity<Finding> close(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody ClosureBody body) {
    register.close(viewer, id, Etag.demanded(ifMatch), FindingForm.plain(body.conclusion()));
    return answer(viewer, id);
  }

  @Requires(ImprovementPermissions.DECIDE)
  @PostMapping(ALL + "/{id}/reopening")
  ResponseEntity<Finding> reopen(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
    register.reopen(viewer, id, Etag.demanded(ifMatch));
    return answer(viewer, id);
  }

  private ResponseEntity<Finding> answer(Viewer viewer, UUID id) {
    Finding finding = register.find(viewer, id);
    return ResponseEntity.ok().eTag(Etag.of(finding.version())).body(finding);
  }
}

package se.tillit.improvement.goal;

import java.math.BigDecimal;
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
import se.tillit.improvement.request.Requests;
import se.tillit.web.Cursor;
import se.tillit.web.Etag;

/// Goals as JSON.
@RestController
class GoalResource {

  private static final String ALL = "/api/v1/{tenant}/goals";
  private static final int MOST = 200;

  private final GoalRegister register;
  private final Requests requests;

  GoalResource(GoalRegister register, Requests requests) {
    this.register = register;
    this.requests = requests;
  }

  /// A page of goals.
  record GoalPage(List<Goal> items, @Nullable String next) {}

  /// A goal to write.
  record GoalBody(
      @Nullable String title,
      @Nullable String description,
      @Nullable String level,
      @Nullable UUID parent,
      @Nullable UUID body,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable String indicator,
      @Nullable String unitWord,
      @Nullable BigDecimal baseline,
      @Nullable BigDecimal target) {

    GoalDraft draft() {
      return new GoalDraft(
          GoalForm.plain(title),
          GoalForm.plain(description),
          GoalForm.plain(level),
          parent,
          body,
          new GoalDraft.Span(from, to),
          new GoalDraft.Aim(indicator, GoalForm.plain(unitWord), baseline, target));
    }
  }

  /// What a goal's own figure was on a day.
  record ReadingBody(@Nullable LocalDate day, @Nullable BigDecimal value, @Nullable String note) {}

  /// How a goal ended.
  record ConclusionBody(@Nullable String state, @Nullable String conclusion) {}

  @Requires(ImprovementPermissions.READ)
  @GetMapping(ALL)
  GoalPage list(
      @RequestParam(defaultValue = "50") int limit, @RequestParam @Nullable String after) {
    int rows = Math.clamp(limit, 1, MOST);
    List<Goal> found = register.page(after == null ? null : Cursor.parse(after), rows + 1);
    List<Goal> shown = found.stream().limit(rows).toList();
    Goal last = shown.isEmpty() ? null : shown.getLast();
    String next =
        found.size() <= rows || last == null ? null : Cursor.of(last.to(), last.id()).toString();
    return new GoalPage(shown, next);
  }

  @Requires(ImprovementPermissions.READ)
  @GetMapping(ALL + "/{id}")
  ResponseEntity<Goal> show(@PathVariable UUID id) {
    return answer(id);
  }

  @Requires(ImprovementPermissions.READ)
  @GetMapping(ALL + "/{id}/readings")
  List<GoalStore.Reading> readings(@PathVariable UUID id) {
    return register.readings(register.find(id).id());
  }

  @Requires(ImprovementPermissions.SET_GOALS)
  @PostMapping(ALL)
  ResponseEntity<Goal> create(
      Viewer viewer,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody GoalBody body) {
    UUID id = requests.once(key, "goal", () -> register.set(viewer, body.draft()));
    Goal set = register.find(id);
    URI place = URI.create("/api/v1/" + viewer.seat().tenantKey() + "/goals/" + id);
    return ResponseEntity.created(place).eTag(Etag.of(set.version())).body(set);
  }

  @Requires(ImprovementPermissions.SET_GOALS)
  @PutMapping(ALL + "/{id}")
  ResponseEntity<Goal> update(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody GoalBody body) {
    register.edit(viewer, id, Etag.demanded(ifMatch), body.draft());
    return answer(id);
  }

  @Requires(ImprovementPermissions.SET_GOALS)
  @PostMapping(ALL + "/{id}/readings")
  ResponseEntity<Goal> read(Viewer viewer, @PathVariable UUID id, @RequestBody ReadingBody body) {
    register.read(viewer, id, body.day(), body.value(), GoalForm.plain(body.note()));
    return answer(id);
  }

  @Requires(ImprovementPermissions.SET_GOALS)
  @PostMapping(ALL + "/{id}/conclusion")
  ResponseEntity<Goal> conclude(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody ConclusionBody body) {
    register.conclude(
        viewer,
        id,
        Etag.demanded(ifMatch),
        GoalForm.plain(body.state()),
        GoalForm.plain(body.conclusion()));
    return answer(id);
  }

  private ResponseEntity<Goal> answer(UUID id) {
    Goal goal = register.find(id);
    return ResponseEntity.ok().eTag(Etag.of(goal.version())).body(goal);
  }
}

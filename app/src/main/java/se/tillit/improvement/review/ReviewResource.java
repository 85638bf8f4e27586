package se.tillit.improvement.review;

import java.net.URI;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.improvement.AgendaPoint;
import se.tillit.improvement.ImprovementPermissions;
import se.tillit.improvement.request.Requests;
import se.tillit.web.Cursor;
import se.tillit.web.Etag;

/// Management reviews as JSON.
@RestController
class ReviewResource {

  private static final String ALL = "/api/v1/{tenant}/reviews";
  private static final String ONE = ALL + "/{id:[0-9a-f-]{36}}";
  private static final int MOST = 200;

  private final ReviewRegister register;
  private final Requests requests;

  ReviewResource(ReviewRegister register, Requests requests) {
    this.register = register;
    this.requests = requests;
  }

  /// A page of reviews, the newest first.
  record ReviewPage(List<Review> items, @Nullable String next) {}

  /// A review to write.
  record ReviewBody(
      @Nullable String title,
      @Nullable LocalDate day,
      @Nullable UUID body,
      @Nullable String reference,
      @Nullable String conclusion,
      @Nullable List<String> participants,
      @Nullable Map<String, String> notes) {

    ReviewDraft draft() {
      var said = new EnumMap<AgendaPoint, String>(AgendaPoint.class);
      if (notes != null) {
        notes.forEach((point, text) -> said.put(AgendaPoint.of(point), text));
      }
      return new ReviewDraft(
          ReviewForm.plain(title),
          day,
          body,
          ReviewForm.plain(reference),
          ReviewForm.plain(conclusion),
          participants == null ? List.of() : participants,
          said);
    }
  }

  /// A decision to add.
  record DecisionBody(@Nullable String text, @Nullable UUID owner, @Nullable LocalDate due) {}

  @Requires(ImprovementPermissions.READ_REVIEWS)
  @GetMapping(ALL)
  ReviewPage list(
      @RequestParam(defaultValue = "50") int limit, @RequestParam @Nullable String after) {
    int rows = Math.clamp(limit, 1, MOST);
    List<Review> found = register.page(after == null ? null : Cursor.parse(after), rows + 1);
    List<Review> shown = found.stream().limit(rows).toList();
    String next =
        found.size() <= rows
            ? null
            : ManagementReviewController.cursorOf(shown.getLast()).toString();
    return new ReviewPage(shown, next);
  }

  @Requires(ImprovementPermissions.READ_REVIEWS)
  @GetMapping(ONE)
  ResponseEntity<Review> show(@PathVariable UUID id) {
    return answer(id);
  }

  @Requires(ImprovementPermissions.READ_REVIEWS)
  @GetMapping(ONE + "/facts")
  ReviewFacts facts(@PathVariable UUID id) {
    return register.facts(register.find(id));
  }

  @Requires(ImprovementPermissions.REVIEW)
  @PostMapping(ALL)
  ResponseEntity<Review> create(
      Viewer viewer,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody ReviewBody body) {
    UUID id = requests.once(key, "review", () -> register.plan(viewer, body.draft()));
    Review planned = register.find(id);
    URI place = URI.create("/api/v1/" + viewer.seat().tenantKey() + "/reviews/" + id);
    return ResponseEntity.created(place).eTag(Etag.of(planned.version())).body(planned);
  }

  @Requires(ImprovementPermissions.REVIEW)
  @PutMapping(ONE)
  ResponseEntity<Review> update(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody ReviewBody body) {
    register.write(viewer, id, Etag.demanded(ifMatch), body.draft());
    return answer(id);
  }

  @Requires(ImprovementPermissions.REVIEW)
  @PostMapping(ONE + "/decisions")
  ResponseEntity<Review> decide(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody DecisionBody body) {
    requests.once(
        key,
        "review-decision",
        () -> register.decide(viewer, id, ReviewForm.plain(body.text()), body.owner(), body.due()));
    return answer(id);
  }

  @Requires(ImprovementPermissions.REVIEW)
  @DeleteMapping(ONE + "/decisions/{decision}")
  ResponseEntity<Void> withdraw(Viewer viewer, @PathVariable UUID id, @PathVariable UUID decision) {
    register.withdraw(viewer, id, decision);
    return ResponseEntity.noContent().build();
  }

  @Requires(ImprovementPermissions.REVIEW)
  @PostMapping(ONE + "/freeze")
  ResponseEntity<Review> freeze(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
    register.freeze(viewer, id, Etag.demanded(ifMatch));
    return answer(id);
  }

  private ResponseEntity<Review> answer(UUID id) {
    Review review = register.find(id);
    return ResponseEntity.ok().eTag(Etag.of(review.version())).body(review);
  }
}

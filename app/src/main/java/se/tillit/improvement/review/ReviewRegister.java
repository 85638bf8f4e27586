package se.tillit.improvement.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.identity.Viewer;
import se.tillit.improvement.Actions;
import se.tillit.improvement.ImprovementPermissions;
import se.tillit.improvement.NewAction;
import se.tillit.improvement.Priority;
import se.tillit.improvement.ReviewInput;
import se.tillit.indicator.Figures;
import se.tillit.kernel.Forbidden;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Stale;
import se.tillit.kernel.Sweden;
import se.tillit.kernel.Unknown;
import se.tillit.web.Cursor;
import tools.jackson.databind.json.JsonMapper;

/// The management reviews: planned, written, decided in, and frozen.
@Component
public class ReviewRegister {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final ReviewStore store;
  private final List<ReviewInput> inputs;
  private final Actions actions;
  private final Trail trail;
  private final Clock clock;
  private final Figures figures;

  ReviewRegister(
      ReviewStore store,
      List<ReviewInput> inputs,
      Actions actions,
      Trail trail,
      Clock clock,
      Figures figures) {
    this.store = store;
    this.inputs = inputs;
    this.actions = actions;
    this.trail = trail;
    this.clock = clock;
    this.figures = figures;
  }

  @Transactional(readOnly = true)
  List<Review> page(@Nullable Cursor after, int limit) {
    return store.page(after, limit);
  }

  @Transactional(readOnly = true)
  Review find(UUID id) {
    return store.one(id).orElseThrow(() -> new Unknown("review", id));
  }

  @Transactional(readOnly = true)
  Map<UUID, String> bodies() {
    return store.bodies();
  }

  /// What the modules tell: frozen, or as it stands now while the minutes are written.
  @Transactional
  ReviewFacts facts(Review review) {
    return review.isFrozen()
        ? JSON.readValue(store.facts(review.id()), ReviewFacts.class)
        : live(review);
  }

  /// Plans a review of the time since the last one, a year at the most when there was none.
  @Transactional
  UUID plan(Viewer viewer, ReviewDraft draft) {
    demandReviewing(viewer);
    demandKnown(draft);
    LocalDate last = store.lastBefore(draft.held());
    LocalDate from = last == null ? draft.held().minusYears(1) : last.plusDays(1);
    UUID id = store.insert(draft, from.isBefore(draft.held()) ? from : draft.held().minusDays(1));
    trail.record(
        "improvement.review-planned",
        Subject.of("review", id, draft.title()),
        Detail.of("day", draft.held()));
    return id;
  }

  @Transactional
  void write(Viewer viewer, UUID id, int version, ReviewDraft draft) {
    Review review = writing(viewer, id);
    demandKnown(draft);
    if (!review.from().isBefore(draft.held())) {
      throw new Refused("improvement.review.day-before", review.from()).at("day");
    }
    held(id, store.update(id, version, draft));
    trail.record(
        "improvement.review-written",
        subject(review),
        Detail.none()
            .changed("title", review.title(), draft.title())
            .changed("day", review.day(), draft.held())
            .changed("participants", review.participants(), draft.participants())
            .changed("conclusion", review.conclusion(), draft.conclusion())
            .with("notes", draft.notes().values().stream().filter(it -> !it.isBlank()).count()));
  }

  @Transactional
  UUID decide(Viewer viewer, UUID id, String text, @Nullable UUID owner, @Nullable LocalDate due) {
    Review review = writing(viewer, id);
    if (text.isBlank() || text.length() > 1_000) {
      throw new Refused("improvement.review.decision-missing").at("text");
    }
    if (owner != null && !store.knowsPerson(owner)) {
      throw new Refused("improvement.action.person-unknown").at("owner");
    }
    if (owner != null && due == null) {
      throw new Refused("improvement.review.decision-day-missing").at("due");
    }
    UUID decision = store.decide(id, new Review.Decided(id, text, owner, null, due, null));
    trail.record(
        "improvement.review-decided",
        subject(review),
        Detail.of("decision", text.strip()).with("owner", owner).with("due", due));
    return decision;
  }

  @Transactional
  void withdraw(Viewer viewer, UUID id, UUID decision) {
    Review review = writing(viewer, id);
    if (!store.withdraw(id, decision)) {
      throw new Unknown("decision", decision);
    }
    trail.record(
        "improvement.review-decision-withdrawn", subject(review), Detail.of("decision", decision));
  }

  /// Freezes the minutes with the figures of the moment; decisions with a last day become actions.
  @Transactional
  void freeze(Viewer viewer, UUID id, int version) {
    Review review = writing(viewer, id);
    if (review.participants().isEmpty()) {
      throw new Refused("improvement.review.nobody").by("ISO/IEC 27001 9.3.1").at("participants");
    }
    if (review.day().isAfter(Sweden.today(clock))) {
      throw new Refused("improvement.review.not-held").at("day");
    }
    if (review.conclusion().isBlank()) {
      throw new Refused("improvement.review.conclusion-missing")
          .by("ISO/IEC 27001 9.3.3")
          .at("conclusion");
    }
    held(id, store.freeze(id, version, JSON.writeValueAsString(live(review))));
    long opened = 0;
    for (Review.Decided decision : review.decisions()) {
      LocalDate due = decision.due();
      if (due != null) {
        store.becameAction(decision.id(), actions.open(action(review, decision, due)));
        opened++;
      }
    }
    trail.record(
        "improvement.review-frozen",
        subject(review),
        Detail.of("decisions", review.decisions().size()).with("actions", opened));
  }

  private static NewAction action(Review review, Review.Decided decision, LocalDate due) {
    String text = decision.text();
    String title = text.length() > 200 ? text.substring(0, 199) + "…" : text;
    return new NewAction(
        title,
        title.equals(text) ? "" : text,
        new NewAction.Source("review", review.id(), review.title(), "/reviews/" + review.id()),
        new NewAction.Place(null, review.body()),
        new NewAction.Hands(decision.owner(), null),
        due,
        Priority.NORMAL);
  }

  private ReviewFacts live(Review review) {
    figures.refresh();
    return new ReviewFacts(
        inputs.stream()
            .flatMap(it -> it.lines(review.from(), review.day()).stream())
            .map(it -> new ReviewFacts.Line(it.point().key(), it.key(), it.arguments(), it.path()))
            .toList());
  }

  private void demandKnown(ReviewDraft draft) {
    UUID body = draft.body();
    if (body != null && !store.bodies().containsKey(body)) {
      throw new Refused("improvement.action.body-unknown").at("body");
    }
  }

  private Review writing(Viewer viewer, UUID id) {
    demandReviewing(viewer);
    Review review = find(id);
    if (review.isFrozen()) {
      throw new Refused("improvement.review.frozen").at("title");
    }
    return review;
  }

  private static void demandReviewing(Viewer viewer) {
    viewer.demand(ImprovementPermissions.REVIEW);
    if (!viewer.scope(ImprovementPermissions.REVIEW).everything()) {
      throw new Forbidden(ImprovementPermissions.REVIEW);
    }
  }

  private static void held(UUID id, boolean stored) {
    if (!stored) {
      throw new Stale("review", id);
    }
  }

  private static Subject subject(Review review) {
    return Subject.of("review", review.id(), review.title());
  }
}

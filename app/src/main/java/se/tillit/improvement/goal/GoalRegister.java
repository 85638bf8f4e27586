package se.tillit.improvement.goal;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.identity.Viewer;
import se.tillit.improvement.ImprovementPermissions;
import se.tillit.indicator.Figures;
import se.tillit.indicator.Indicator;
import se.tillit.kernel.Forbidden;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Stale;
import se.tillit.kernel.Sweden;
import se.tillit.kernel.Unknown;
import se.tillit.web.Cursor;

/// The register of goals.
@Component
public class GoalRegister {

  private static final Set<String> CONCLUSIONS = Set.of("reached", "missed", "dropped", "open");
  private static final BigDecimal MOST = new BigDecimal("999999999999");

  private final GoalStore store;
  private final Figures figures;
  private final Trail trail;
  private final Clock clock;

  GoalRegister(GoalStore store, Figures figures, Trail trail, Clock clock) {
    this.store = store;
    this.figures = figures;
    this.trail = trail;
    this.clock = clock;
  }

  /// Every open goal of the tenant.
  @Transactional(readOnly = true)
  public List<Goal> open() {
    return store.all(true);
  }

  @Transactional(readOnly = true)
  List<Goal> all() {
    return store.all(false);
  }

  @Transactional(readOnly = true)
  List<Goal> page(@Nullable Cursor after, int limit) {
    return store.page(after, limit);
  }

  @Transactional(readOnly = true)
  Goal find(UUID id) {
    return store.one(id).orElseThrow(() -> new Unknown("goal", id));
  }

  @Transactional(readOnly = true)
  List<Goal> stepsOf(UUID id) {
    return store.stepsOf(id);
  }

  @Transactional(readOnly = true)
  List<GoalStore.Reading> readings(UUID id) {
    return store.readings(id);
  }

  @Transactional(readOnly = true)
  List<GoalStore.Monthly> months(Goal goal, String indicator) {
    return store.months(goal, indicator, Sweden.today(clock).minusMonths(11).withDayOfMonth(1));
  }

  @Transactional(readOnly = true)
  Map<UUID, String> bodies() {
    return store.bodies();
  }

  List<String> indicators() {
    return figures.all().stream().map(Indicator::key).sorted().toList();
  }

  @Transactional
  UUID set(Viewer viewer, GoalDraft draft) {
    demandSetting(viewer);
    demandKnown(draft, null);
    UUID id = store.insert(draft);
    trail.record(
        "improvement.goal-set",
        Subject.of("goal", id, draft.title()),
        Detail.of("level", draft.level())
            .with("target", draft.aim().wanted())
            .with("indicator", draft.aim().indicator())
            .with("from", draft.span().first())
            .with("to", draft.span().last()));
    return id;
  }

  @Transactional
  void edit(Viewer viewer, UUID id, int version, GoalDraft draft) {
    demandSetting(viewer);
    Goal before = find(id);
    demandKnown(draft, id);
    if (draft.level().equals("yearly") && !store.stepsOf(id).isEmpty()) {
      throw new Refused("improvement.goal.has-steps").at("level");
    }
    held(id, store.update(id, version, draft));
    trail.record(
        "improvement.goal-edited",
        subject(before),
        Detail.none()
            .changed("title", before.title(), draft.title())
            .changed("description", before.description(), draft.description())
            .changed("parent", before.parent(), draft.parent())
            .changed("body", before.body(), draft.body())
            .changed("from", before.from(), draft.span().first())
            .changed("to", before.to(), draft.span().last())
            .changed("indicator", before.measure().indicator(), draft.aim().indicator())
            .changed(
                "target",
                before.measure().target().stripTrailingZeros(),
                draft.aim().wanted().stripTrailingZeros()));
  }

  /// Tells what its own figure was on a day.
  @Transactional
  void read(
      Viewer viewer, UUID id, @Nullable LocalDate day, @Nullable BigDecimal value, String note) {
    demandSetting(viewer);
    Goal goal = find(id);
    if (goal.measure().indicator() != null) {
      throw new Refused("improvement.goal.measured-by-indicator").at("value");
    }
    LocalDate today = Sweden.today(clock);
    LocalDate when = day == null ? today : day;
    if (when.isAfter(today)) {
      throw new Refused("improvement.goal.reading-ahead").at("day");
    }
    if (value == null || value.abs().compareTo(MOST) > 0) {
      throw new Refused("improvement.goal.value-missing").at("value");
    }
    store.read(id, new GoalStore.Reading(when, value, note, viewer.actor().name()));
    trail.record(
        "improvement.goal-read",
        subject(goal),
        Detail.of("day", when).with("value", value).with("note", note.isBlank() ? null : note));
  }

  /// Says how it ended; or that it did not, after all.
  @Transactional
  void conclude(Viewer viewer, UUID id, int version, String state, String conclusion) {
    demandSetting(viewer);
    Goal goal = find(id);
    if (!CONCLUSIONS.contains(state) || state.equals(goal.state())) {
      throw new Refused("improvement.goal.state-unknown").at("state");
    }
    if (!state.equals("open") && conclusion.isBlank()) {
      throw new Refused("improvement.goal.conclusion-missing").at("conclusion");
    }
    held(id, store.conclude(id, version, state, conclusion.strip()));
    trail.record(
        "improvement.goal-concluded",
        subject(goal),
        Detail.none().changed("state", goal.state(), state).with("conclusion", conclusion.strip()));
  }

  private void demandKnown(GoalDraft draft, @Nullable UUID self) {
    UUID parent = draft.parent();
    if (parent != null && (parent.equals(self) || !store.knowsStrategic(parent))) {
      throw new Refused("improvement.goal.parent-unknown").at("parent");
    }
    UUID body = draft.body();
    if (body != null && !store.bodies().containsKey(body)) {
      throw new Refused("improvement.action.body-unknown").at("body");
    }
    String indicator = draft.aim().indicator();
    if (indicator != null && figures.byKey(indicator).isEmpty()) {
      throw new Refused("improvement.goal.indicator-unknown").at("indicator");
    }
  }

  /// Goals are the whole tenant's, so they are set by those who reach all of it.
  private static void demandSetting(Viewer viewer) {
    viewer.demand(ImprovementPermissions.SET_GOALS);
    if (!viewer.scope(ImprovementPermissions.SET_GOALS).everything()) {
      throw new Forbidden(ImprovementPermissions.SET_GOALS);
    }
  }

  private static void held(UUID id, boolean stored) {
    if (!stored) {
      throw new Stale("goal", id);
    }
  }

  private static Subject subject(Goal goal) {
    return Subject.of("goal", goal.id(), goal.title());
  }
}

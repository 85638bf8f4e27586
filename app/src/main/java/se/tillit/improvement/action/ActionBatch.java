package se.tillit.improvement.action;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
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
import se.tillit.improvement.habit.HabitRegister;
import se.tillit.kernel.Forbidden;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Stale;
import se.tillit.kernel.Sweden;
import se.tillit.kernel.Unknown;

/// Many actions changed at once, all of them or none: who answers, the last day, the state. Each
/// has its own entry in the trail and its own line in what was said.
@Component
class ActionBatch {

  static final int MOST = 100;

  /// Where many may be moved at once; whether an action had effect is judged one by one.
  static final List<ActionState> MOVES =
      List.of(ActionState.UNDERWAY, ActionState.DONE, ActionState.PLANNED, ActionState.DROPPED);

  private final ActionBatchStore store;
  private final ActionRegister register;
  private final HabitRegister habits;
  private final Trail trail;
  private final Clock clock;

  ActionBatch(
      ActionBatchStore store,
      ActionRegister register,
      HabitRegister habits,
      Trail trail,
      Clock clock) {
    this.store = store;
    this.register = register;
    this.habits = habits;
    this.trail = trail;
    this.clock = clock;
  }

  /// Those chosen, as the viewer sees them, when she may carry each of them forward.
  @Transactional(readOnly = true)
  public List<Action> chosen(Viewer viewer, Collection<UUID> ids) {
    if (ids.isEmpty()) {
      throw new Refused("improvement.batch.none");
    }
    if (ids.size() > MOST) {
      throw new Refused("improvement.batch.too-many", MOST);
    }
    List<Action> actions = register.all(viewer, ids);
    if (actions.size() < Set.copyOf(ids).size()) {
      throw new Unknown("action", ids);
    }
    for (Action action : actions) {
      if (!register.mayProgress(viewer, action)) {
        throw new Forbidden(ImprovementPermissions.PROGRESS);
      }
    }
    return actions;
  }

  /// Gives them an owner; nobody gives them back to each unit's manager.
  @Transactional
  public int assign(Viewer viewer, Collection<UUID> ids, @Nullable UUID owner) {
    List<Action> actions = chosen(viewer, ids);
    for (Action action : actions) {
      if (!register.mayWrite(viewer, action)) {
        throw new Forbidden(ImprovementPermissions.WRITE);
      }
    }
    if (owner != null && !store.knowsPerson(owner)) {
      throw new Refused("improvement.action.person-unknown").at("owner");
    }
    demandAll(actions, store.assign(actions, owner));
    for (Action action : actions) {
      trail.record(
          "improvement.action-edited",
          subject(action),
          Detail.none().changed("owner", action.who().owner().id(), owner));
    }
    if (owner != null) {
      register.tell(owner, actions);
    }
    return actions.size();
  }

  /// Moves their last day, with the reason.
  @Transactional
  public int postpone(Viewer viewer, Collection<UUID> ids, @Nullable LocalDate due, String reason) {
    List<Action> actions = open(viewer, ids);
    LocalDate today = Sweden.today(clock);
    LocalDate later = today;
    for (Action action : actions) {
      later = ActionProgress.demandDay(action, due, today);
    }
    ActionProgress.demand(reason, "improvement.action.due-reason-missing", "reason");
    demandAll(actions, store.postpone(actions, later, reason.strip()));
    for (Action action : actions) {
      trail.record(
          "improvement.action-postponed",
          subject(action),
          Detail.none()
              .changed("due", action.course().due(), later)
              .with("reason", reason.strip()));
    }
    return actions.size();
  }

  /// Moves open ones along, with words about why.
  @Transactional
  public int move(Viewer viewer, Collection<UUID> ids, ActionState to, String text) {
    if (!MOVES.contains(to)) {
      throw new Refused("improvement.batch.one-by-one").at("state");
    }
    List<Action> actions =
        open(viewer, ids).stream().filter(it -> it.course().state() != to).toList();
    if (actions.isEmpty()) {
      return 0;
    }
    var wish = new ActionProgress.Wish(to, text, "", null);
    for (Action action : actions) {
      ActionState from = action.course().state();
      from.demandMove(to);
      ActionProgress.demandWords(from, wish);
    }
    LocalDate today = Sweden.today(clock);
    boolean done = to == ActionState.DONE;
    var move =
        new ActionStore.Move(
            to,
            done ? today : null,
            done ? today.plusDays(habits.current().recheckDays()) : null,
            null,
            "",
            false);
    demandAll(actions, store.move(actions, move, text.strip()));
    for (Action action : actions) {
      trail.record(
          "improvement.action-moved",
          subject(action),
          Detail.none()
              .changed("state", action.course().state().key(), to.key())
              .with("text", text.strip())
              .with("recheck", move.recheck()));
    }
    return actions.size();
  }

  private List<Action> open(Viewer viewer, Collection<UUID> ids) {
    List<Action> actions = chosen(viewer, ids);
    long closed = actions.stream().filter(it -> !it.course().state().isOpen()).count();
    if (closed > 0) {
      throw new Refused("improvement.batch.closed", closed);
    }
    return actions;
  }

  private static void demandAll(List<Action> actions, int changed) {
    if (changed < actions.size()) {
      throw new Stale("action", actions.getFirst().id());
    }
  }

  private static Subject subject(Action action) {
    return Subject.of("action", action.id(), action.title());
  }
}

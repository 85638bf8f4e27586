package se.tillit.improvement.action;

import static se.tillit.schema.organisation.Tables.CURRENT_ROLE_HOLDING;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.identity.Role;
import se.tillit.identity.Viewer;
import se.tillit.improvement.ImprovementPermissions;
import se.tillit.improvement.habit.HabitRegister;
import se.tillit.kernel.Forbidden;
import se.tillit.kernel.PersonId;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Stale;
import se.tillit.kernel.Sweden;
import se.tillit.notification.Notice;
import se.tillit.notification.Notifications;

/// How an action is carried forward: done, judged, postponed, or held up; by whoever may write and
/// by the one who answers for it, on the page or by the link of a letter.
@Component
public class ActionProgress {

  private static final int LONGEST_TEXT = 4_000;
  private static final int YEARS_AHEAD = 10;

  private final DSLContext sql;
  private final ActionStore store;
  private final ActionRegister register;
  private final HabitRegister habits;
  private final Notifications notifications;
  private final Trail trail;
  private final Clock clock;

  ActionProgress(
      DSLContext sql,
      ActionStore store,
      ActionRegister register,
      HabitRegister habits,
      Notifications notifications,
      Trail trail,
      Clock clock) {
    this.sql = sql;
    this.store = store;
    this.register = register;
    this.habits = habits;
    this.notifications = notifications;
    this.trail = trail;
    this.clock = clock;
  }

  /// By which way somebody says something.
  public enum Via {
    PAGE("page", null),
    MAIL("mail", "e-mail link");

    private final String key;
    private final @Nullable String said;

    Via(String key, @Nullable String said) {
      this.key = key;
      this.said = said;
    }
  }

  /// A move that somebody asks for.
  ///
  /// @param evidence where the proof of its effect is found
  /// @param recheck when its effect is to be looked at; what the tenant's habits say when nobody
  ///   does
  record Wish(ActionState to, String text, String evidence, @Nullable LocalDate recheck) {}

  /// Moves it along, with words about why.
  @Transactional
  void move(Viewer viewer, UUID id, int version, Wish wish) {
    move(changing(viewer, id), version, wish, Via.PAGE);
  }

  /// Moves its last day, with the reason.
  @Transactional
  void postpone(Viewer viewer, UUID id, int version, @Nullable LocalDate due, String reason) {
    postpone(changing(viewer, id), version, due, reason, Via.PAGE);
  }

  /// Says what stands in its way; the coordinators are told.
  @Transactional
  void hinder(Viewer viewer, UUID id, int version, String because) {
    hinder(changing(viewer, id), version, because, Via.PAGE);
  }

  @Transactional
  void note(Viewer viewer, UUID id, String text) {
    Action action = changing(viewer, id);
    demand(text, "improvement.action.note-missing", "text");
    store.say(id, null, text.strip(), Via.PAGE.key);
    trail.record("improvement.action-noted", subject(action), Detail.of("text", text.strip()));
  }

  /// Done, says the one who answers for it, by the way given; the caller knows that she does.
  @Transactional
  public void done(UUID id, String text, Via via) {
    Action action = register.find(id);
    move(action, action.version(), new Wish(ActionState.DONE, text, "", null), via);
  }

  @Transactional
  public void later(UUID id, @Nullable LocalDate due, String reason, Via via) {
    Action action = register.find(id);
    postpone(action, action.version(), due, reason, via);
  }

  @Transactional
  public void cannot(UUID id, String because, Via via) {
    Action action = register.find(id);
    hinder(action, action.version(), because, via);
  }

  private void move(Action action, int version, Wish wish, Via via) {
    ActionState from = action.course().state();
    ActionState to = wish.to();
    from.demandMove(to);
    demandWords(from, wish);
    boolean again = from == ActionState.DONE && to == ActionState.UNDERWAY;
    var move =
        new ActionStore.Move(
            to,
            doneDay(action, to),
            recheckDay(action, wish),
            to == ActionState.CONFIRMED ? wish.text().strip() : null,
            wish.evidence().strip(),
            again);
    if (!store.move(action.id(), version, move)) {
      throw new Stale("action", action.id());
    }
    store.say(action.id(), to, wish.text().strip(), via.key);
    trail.record(
        again ? "improvement.action-reopened" : "improvement.action-moved",
        subject(action),
        Detail.none()
            .changed("state", from.key(), to.key())
            .with("text", wish.text().strip())
            .with("evidence", wish.evidence().isBlank() ? null : wish.evidence().strip())
            .with("recheck", move.recheck())
            .with("via", via.said));
  }

  static void demandWords(ActionState from, Wish wish) {
    if (wish.text().length() > LONGEST_TEXT || wish.evidence().length() > LONGEST_TEXT) {
      throw new Refused("improvement.action.text-long", LONGEST_TEXT).at("text");
    }
    if (wish.to() == ActionState.CONFIRMED) {
      demand(wish.text(), "improvement.action.effect-missing", "text");
    }
    if (wish.to() == ActionState.DROPPED) {
      demand(wish.text(), "improvement.action.reason-missing", "text");
    }
    if (from == ActionState.DONE && wish.to() == ActionState.UNDERWAY) {
      demand(wish.text(), "improvement.action.ineffective-missing", "text");
    }
  }

  private @Nullable LocalDate doneDay(Action action, ActionState to) {
    if (!to.isDone()) {
      return null;
    }
    LocalDate before = action.course().done();
    return before != null ? before : Sweden.today(clock);
  }

  private @Nullable LocalDate recheckDay(Action action, Wish wish) {
    if (wish.to() == ActionState.CONFIRMED) {
      return action.course().recheck();
    }
    if (wish.to() != ActionState.DONE) {
      return null;
    }
    LocalDate today = Sweden.today(clock);
    LocalDate wished = wish.recheck();
    if (wished == null) {
      return today.plusDays(habits.current().recheckDays());
    }
    if (wished.isBefore(today) || wished.isAfter(today.plusYears(YEARS_AHEAD))) {
      throw new Refused("improvement.action.recheck-wrong").at("recheck");
    }
    return wished;
  }

  private void postpone(
      Action action, int version, @Nullable LocalDate due, String reason, Via via) {
    LocalDate before = action.course().due();
    LocalDate later = demandDay(action, due, Sweden.today(clock));
    demand(reason, "improvement.action.due-reason-missing", "reason");
    if (!store.postpone(action.id(), version, later)) {
      throw new Stale("action", action.id());
    }
    store.keepDueChange(action.id(), before, later, reason.strip());
    trail.record(
        "improvement.action-postponed",
        subject(action),
        Detail.none()
            .changed("due", before, later)
            .with("reason", reason.strip())
            .with("via", via.said));
  }

  /// A new last day that the action may have.
  static LocalDate demandDay(Action action, @Nullable LocalDate due, LocalDate today) {
    var course = action.course();
    if (!course.state().isOpen()) {
      throw new Refused("improvement.action.due-closed").at("due");
    }
    if (due == null) {
      throw new Refused("improvement.action.due-missing").at("due");
    }
    if (due.isBefore(today)
        || due.isAfter(today.plusYears(YEARS_AHEAD))
        || due.equals(course.due())) {
      throw new Refused("improvement.action.due-wrong").at("due");
    }
    LocalDate start = course.start();
    if (start != null && start.isAfter(due)) {
      throw new Refused("improvement.action.starts-after-due").at("due");
    }
    return due;
  }

  private void hinder(Action action, int version, String because, Via via) {
    if (!action.course().state().isOpen()) {
      throw new Refused("improvement.action.due-closed").at("because");
    }
    demand(because, "improvement.action.because-missing", "because");
    if (!store.hinder(action.id(), version, because.strip())) {
      throw new Stale("action", action.id());
    }
    store.say(action.id(), null, because.strip(), via.key);
    trail.record(
        "improvement.action-hindered",
        subject(action),
        Detail.of("because", because.strip()).with("via", via.said));
    notifications.tell(
        coordinators(),
        Notice.of("improvement.notice.hindered", "/actions/" + action.id(), action.title()));
  }

  private List<PersonId> coordinators() {
    return sql.selectDistinct(CURRENT_ROLE_HOLDING.PERSON_ID)
        .from(CURRENT_ROLE_HOLDING)
        .where(CURRENT_ROLE_HOLDING.ROLE.eq(Role.COORDINATOR.key()))
        .fetch(it -> new PersonId(it.value1()));
  }

  private Action changing(Viewer viewer, UUID id) {
    Action action = register.find(viewer, id);
    if (!register.mayProgress(viewer, action)) {
      throw new Forbidden(ImprovementPermissions.PROGRESS);
    }
    return action;
  }

  static void demand(String text, String otherwise, String field) {
    if (text.isBlank()) {
      throw new Refused(otherwise).at(field);
    }
    if (text.length() > LONGEST_TEXT) {
      throw new Refused("improvement.action.text-long", LONGEST_TEXT).at(field);
    }
  }

  private static Subject subject(Action action) {
    return Subject.of("action", action.id(), action.title());
  }
}

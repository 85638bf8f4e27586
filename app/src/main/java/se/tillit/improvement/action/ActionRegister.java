package se.tillit.improvement.action;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.identity.Scope;
import se.tillit.identity.Viewer;
import se.tillit.improvement.Actions;
import se.tillit.improvement.ImprovementPermissions;
import se.tillit.improvement.NewAction;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Forbidden;
import se.tillit.kernel.PersonId;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Stale;
import se.tillit.kernel.Unknown;
import se.tillit.notification.Notice;
import se.tillit.notification.Notifications;
import se.tillit.web.Cursor;

/// The register of actions: opened, edited and found.
@Component
public class ActionRegister implements Actions {

  private final ActionStore store;
  private final VisibleActions visible;
  private final Notifications notifications;
  private final Trail trail;

  ActionRegister(
      ActionStore store, VisibleActions visible, Notifications notifications, Trail trail) {
    this.store = store;
    this.visible = visible;
    this.notifications = notifications;
    this.trail = trail;
  }

  @Transactional(readOnly = true)
  List<Action> page(Viewer viewer, ActionFilter filter, @Nullable Cursor after, int limit) {
    return visible.page(viewer, filter, after, limit);
  }

  @Transactional(readOnly = true)
  VisibleActions.Standing standing(Viewer viewer) {
    return visible.standing(viewer);
  }

  @Transactional(readOnly = true)
  Action find(Viewer viewer, UUID id) {
    return visible.one(viewer, id).orElseThrow(() -> new Unknown("action", id));
  }

  /// Those of the actions that the viewer sees, by their last day.
  @Transactional(readOnly = true)
  List<Action> all(Viewer viewer, Collection<UUID> ids) {
    return visible.all(viewer, ids);
  }

  @Transactional(readOnly = true)
  List<ActionStore.Said> log(Viewer viewer, UUID id) {
    return store.log(find(viewer, id).id());
  }

  /// The action itself, for those who know that they may.
  @Transactional(readOnly = true)
  public Action find(UUID id) {
    return visible.one(id).orElseThrow(() -> new Unknown("action", id));
  }

  @Transactional(readOnly = true)
  List<ActionStore.DueChange> dueChanges(Viewer viewer, UUID id) {
    return store.dueChanges(find(viewer, id).id());
  }

  @Override
  @Transactional
  public UUID open(NewAction action) {
    return open(Draft.of(action));
  }

  @Transactional
  UUID open(Viewer viewer, Draft draft) {
    demandWrite(viewer, draft.action().place());
    return open(draft);
  }

  @Transactional
  void edit(Viewer viewer, UUID id, int version, Draft draft) {
    Action before = find(viewer, id);
    demandWrite(viewer, placeOf(before));
    demandWrite(viewer, draft.action().place());
    demandKnown(draft);
    LocalDate due = draft.action().due();
    boolean dueChanged = !due.equals(before.course().due());
    String reason = draft.change().dueReason();
    if (dueChanged && reason.isBlank()) {
      throw new Refused("improvement.action.due-reason-missing").at("dueReason");
    }
    if (!store.update(id, version, draft, dueChanged)) {
      throw new Stale("action", id);
    }
    if (dueChanged) {
      store.keepDueChange(id, before.course().due(), due, reason);
    }
    trail.record("improvement.action-edited", subject(before), changes(before, draft));
    UUID owner = draft.action().hands().owner();
    if (owner != null && !owner.equals(before.who().owner().id())) {
      tell(owner, id, draft.action().title());
    }
  }

  boolean mayWrite(Viewer viewer, Action action) {
    return reaches(viewer, placeOf(action));
  }

  boolean mayProgress(Viewer viewer, Action action) {
    PersonId person = viewer.person();
    return mayWrite(viewer, action)
        || (viewer.may(ImprovementPermissions.PROGRESS)
            && action.isInHandsOf(person == null ? null : person.value()));
  }

  private UUID open(Draft draft) {
    demandKnown(draft);
    UUID id = store.insert(draft);
    NewAction action = draft.action();
    var source = action.source();
    trail.record(
        "improvement.action-opened",
        Subject.of("action", id, action.title()),
        Detail.of("due", action.due())
            .with("unit", action.place().unit())
            .with("owner", action.hands().owner())
            .with("source", source == null ? null : source.kind())
            .with("record", source == null ? null : source.record()));
    UUID responsible = visible.one(id).map(it -> it.who().responsible().id()).orElse(null);
    if (responsible != null) {
      tell(responsible, id, action.title());
    }
    return id;
  }

  /// Tells her of all that she now answers for, in one notice.
  void tell(UUID person, List<Action> actions) {
    Action first = actions.getFirst();
    if (actions.size() == 1) {
      tell(person, first.id(), first.title());
    } else {
      tell(
          person,
          Notice.of(
              "improvement.notice.assigned-many",
              "/actions?mine=true",
              first.title(),
              actions.size() - 1));
    }
  }

  private void tell(UUID person, UUID id, String title) {
    tell(person, Notice.of("improvement.notice.assigned", "/actions/" + id, title));
  }

  private void tell(UUID person, Notice notice) {
    PersonId me = Acting.current().person();
    if (me == null || !me.value().equals(person)) {
      notifications.tell(new PersonId(person), notice);
    }
  }

  private void demandKnown(Draft draft) {
    NewAction action = draft.action();
    UUID goal = draft.change().servedGoal();
    if (goal != null && !store.knowsGoal(goal)) {
      throw new Refused("improvement.action.goal-unknown").at("servedGoal");
    }
    UUID unit = action.place().unit();
    if (unit != null && !store.knowsUnit(unit)) {
      throw new Refused("improvement.action.unit-unknown").at("unit");
    }
    UUID body = action.place().body();
    if (body != null && !store.knowsBody(body)) {
      throw new Refused("improvement.action.body-unknown").at("body");
    }
    UUID owner = action.hands().owner();
    if (owner != null && !store.knowsPerson(owner)) {
      throw new Refused("improvement.action.person-unknown").at("owner");
    }
    UUID deputy = action.hands().deputy();
    if (deputy != null && !store.knowsPerson(deputy)) {
      throw new Refused("improvement.action.person-unknown").at("deputy");
    }
  }

  private static void demandWrite(Viewer viewer, NewAction.Place place) {
    viewer.demand(ImprovementPermissions.WRITE);
    if (!reaches(viewer, place)) {
      throw new Forbidden(ImprovementPermissions.WRITE);
    }
  }

  private static boolean reaches(Viewer viewer, NewAction.Place place) {
    if (!viewer.may(ImprovementPermissions.WRITE)) {
      return false;
    }
    Scope scope = viewer.scope(ImprovementPermissions.WRITE);
    if (place.unit() != null) {
      return scope.reaches(place.unit());
    }
    return place.body() != null ? scope.reachesBody(place.body()) : scope.everything();
  }

  private static NewAction.Place placeOf(Action action) {
    UUID unit = action.where().unit();
    return unit != null
        ? NewAction.Place.unit(unit)
        : new NewAction.Place(null, action.where().body());
  }

  private static Subject subject(Action action) {
    return Subject.of("action", action.id(), action.title());
  }

  private static Detail changes(Action before, Draft after) {
    NewAction now = after.action();
    return Detail.none()
        .changed("title", before.title(), now.title())
        .changed("description", before.texts().description(), now.description())
        .changed("goal", before.texts().goal(), after.goal())
        .changed("cost", before.texts().cost(), after.cost().words())
        .changed("costSek", before.plan().costSek(), after.cost().kronor())
        .changed("servesGoal", before.plan().goal(), after.change().servedGoal())
        .changed("unit", before.where().unit(), now.place().unit())
        .changed("owner", before.who().owner().id(), now.hands().owner())
        .changed("deputy", before.who().deputy().id(), now.hands().deputy())
        .changed("start", before.course().start(), after.start())
        .changed("due", before.course().due(), now.due())
        .with("dueReason", after.change().dueReason().isBlank() ? null : after.change().dueReason())
        .changed("priority", before.course().priority().key(), now.priority().key());
  }
}

package se.tillit.improvement.action;

import java.time.Clock;
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
import se.tillit.kernel.Sweden;
import se.tillit.kernel.Unknown;
import se.tillit.notification.Notice;
import se.tillit.notification.Notifications;
import se.tillit.web.Cursor;

/// The register of actions: opened, edited, moved along, talked about.
@Component
class ActionRegister implements Actions {

  private final ActionStore store;
  private final VisibleActions visible;
  private final Notifications notifications;
  private final Trail trail;
  private final Clock clock;

  ActionRegister(
      ActionStore store,
      VisibleActions visible,
      Notifications notifications,
      Trail trail,
      Clock clock) {
    this.store = store;
    this.visible = visible;
    this.notifications = notifications;
    this.trail = trail;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public List<Action> page(Viewer viewer, ActionFilter filter, @Nullable Cursor after, int limit) {
    return visible.page(viewer, filter, after, limit);
  }

  @Transactional(readOnly = true)
  public VisibleActions.Standing standing(Viewer viewer) {
    return visible.standing(viewer);
  }

  @Transactional(readOnly = true)
  public Action find(Viewer viewer, UUID id) {
    return visible.one(viewer, id).orElseThrow(() -> new Unknown("action", id));
  }

  @Transactional(readOnly = true)
  public List<ActionStore.Said> log(Viewer viewer, UUID id) {
    return store.log(find(viewer, id).id());
  }

  @Override
  @Transactional
  public UUID open(NewAction action) {
    return open(Draft.of(action));
  }

  @Transactional
  public UUID open(Viewer viewer, Draft draft) {
    demandWrite(viewer, draft.action().place());
    return open(draft);
  }

  @Transactional
  public void edit(Viewer viewer, UUID id, int version, Draft draft) {
    Action before = find(viewer, id);
    demandWrite(viewer, placeOf(before));
    demandWrite(viewer, draft.action().place());
    demandKnown(draft.action());
    if (!store.update(id, version, draft)) {
      throw new Stale("action", id);
    }
    trail.record("improvement.action-edited", subject(before), changes(before, draft));
    UUID owner = draft.action().hands().owner();
    if (owner != null && !owner.equals(before.who().owner().id())) {
      tell(owner, id, draft.action().title());
    }
  }

  /// Moves it along, with words about why. Whoever may write, and she who answers for it.
  @Transactional
  public void move(Viewer viewer, UUID id, int version, ActionState to, String text) {
    Action action = find(viewer, id);
    demandProgress(viewer, action);
    ActionState from = action.course().state();
    from.demandMove(to);
    if (to == ActionState.CONFIRMED && text.isBlank()) {
      throw new Refused("improvement.action.effect-missing").at("text");
    }
    if (to == ActionState.DROPPED && text.isBlank()) {
      throw new Refused("improvement.action.reason-missing").at("text");
    }
    var done =
        !to.isDone()
            ? null
            : action.course().done() != null ? action.course().done() : Sweden.today(clock);
    String effect = to == ActionState.CONFIRMED ? text.strip() : null;
    if (!store.move(id, version, to, done, effect)) {
      throw new Stale("action", id);
    }
    store.say(id, to, text.strip());
    trail.record(
        "improvement.action-moved",
        subject(action),
        Detail.none().changed("state", from.key(), to.key()).with("text", text.strip()));
  }

  @Transactional
  public void note(Viewer viewer, UUID id, String text) {
    Action action = find(viewer, id);
    demandProgress(viewer, action);
    if (text.isBlank()) {
      throw new Refused("improvement.action.note-missing").at("text");
    }
    store.say(id, null, text.strip());
    trail.record("improvement.action-noted", subject(action), Detail.of("text", text.strip()));
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
    demandKnown(draft.action());
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

  private void tell(UUID person, UUID id, String title) {
    PersonId me = Acting.current().person();
    if (me == null || !me.value().equals(person)) {
      notifications.tell(
          new PersonId(person), Notice.of("improvement.notice.assigned", "/actions/" + id, title));
    }
  }

  private void demandKnown(NewAction action) {
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

  private void demandProgress(Viewer viewer, Action action) {
    if (!mayProgress(viewer, action)) {
      throw new Forbidden(ImprovementPermissions.PROGRESS);
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
        .changed("cost", before.texts().cost(), after.cost())
        .changed("unit", before.where().unit(), now.place().unit())
        .changed("owner", before.who().owner().id(), now.hands().owner())
        .changed("deputy", before.who().deputy().id(), now.hands().deputy())
        .changed("start", before.course().start(), after.start())
        .changed("due", before.course().due(), now.due())
        .changed("priority", before.course().priority().key(), now.priority().key());
  }
}

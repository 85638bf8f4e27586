package se.tillit.organisation.unit;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.identity.Scope;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Forbidden;
import se.tillit.kernel.Ids;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Stale;
import se.tillit.kernel.Unknown;
import se.tillit.organisation.UnitContents;

/// The units of the organisation. Each change holds from a day; what was before that day stays.
@Component
public class UnitRegister {

  private static final String WRITE = "organisation.write";

  private final UnitStore store;
  private final TreeHistory history;
  private final List<UnitContents> contents;
  private final Trail trail;

  UnitRegister(UnitStore store, TreeHistory history, List<UnitContents> contents, Trail trail) {
    this.store = store;
    this.history = history;
    this.contents = contents;
    this.trail = trail;
  }

  /// In a place that the viewer reaches.
  @Transactional
  public UUID open(Viewer viewer, @Nullable String code, LocalDate from, Placement placement) {
    demandPlace(viewer, placement, from);
    return open(code, from, placement);
  }

  @Transactional
  public UUID open(@Nullable String code, LocalDate from, Placement placement) {
    UUID id = Ids.next();
    refuseParentThatIsNotThere(placement, from);
    store.insert(id, code, from, placement);
    history.rebuildBelow(id);
    trail.record(
        "organisation.unit-opened",
        Subject.of("unit", id, placement.name()),
        Detail.of("from", from).with("kind", placement.kind()).with("body", placement.body()));
    return id;
  }

  /// The viewer reaches both the unit and the place that it gets.
  @Transactional
  public void change(Viewer viewer, UUID id, int version, LocalDate from, Placement placement) {
    viewer.demand(WRITE, id);
    Placement before = standing(id, from).placement();
    if (!Objects.equals(before.parent(), placement.parent())
        || !before.body().equals(placement.body())) {
      demandPlace(viewer, placement, from);
    }
    change(id, version, from, placement);
  }

  /// Gives the unit another name, place or body from a day on.
  @Transactional
  public void change(UUID id, int version, LocalDate from, Placement placement) {
    UnitStore.Standing before = standing(id, from);
    refuseCircle(id, placement, from);
    refuseParentThatIsNotThere(placement, from);
    touch(id, version);
    place(id, before, from, placement);
    if (!before.placement().body().equals(placement.body())) {
      bringAlong(id, before.placement().body(), from, placement.body());
    }
    history.rebuildBelow(id);
    trail.record(
        "organisation.unit-changed",
        Subject.of("unit", id, placement.name()),
        Detail.of("from", from)
            .changed("name", before.placement().name(), placement.name())
            .changed("kind", before.placement().kind(), placement.kind())
            .changed("parent", before.placement().parent(), placement.parent())
            .changed("body", before.placement().body(), placement.body()));
  }

  private void place(UUID id, UnitStore.Standing before, LocalDate from, Placement placement) {
    if (before.from().equals(from)) {
      store.rename(id, from, placement);
    } else {
      store.end(id, before.from(), from.minusDays(1));
      store.insertPeriod(id, from, before.to(), placement);
    }
  }

  private void bringAlong(UUID id, UUID oldBody, LocalDate from, UUID newBody) {
    for (UUID follower : store.followers(id, oldBody, from)) {
      UnitStore.Standing standing = standing(follower, from);
      Placement old = standing.placement();
      place(follower, standing, from, new Placement(old.name(), old.kind(), old.parent(), newBody));
    }
  }

  @Transactional
  public void close(Viewer viewer, UUID id, int version, LocalDate last) {
    viewer.demand(WRITE, id);
    close(id, version, last);
  }

  /// Ends the unit after its last day; nothing may be left in it.
  @Transactional
  public void close(UUID id, int version, LocalDate last) {
    UnitStore.Standing standing = standing(id, last);
    if (store.leftAfter(id, last) > 0) {
      throw new Refused("organisation.unit.close.not-empty").at("last");
    }
    for (UnitContents kept : contents) {
      int left = kept.left(id);
      if (left > 0) {
        throw new Refused(kept.leftKey(), left).at("last");
      }
    }
    touch(id, version);
    store.end(id, standing.from(), last);
    store.deleteAfter(id, last);
    history.rebuildBelow(id);
    trail.record(
        "organisation.unit-closed",
        Subject.of("unit", id, standing.placement().name()),
        Detail.of("last", last));
  }

  /// Below a unit that she reaches and under the same body; else under a body that she reaches.
  private void demandPlace(Viewer viewer, Placement placement, LocalDate from) {
    Scope reach = viewer.demand(WRITE);
    UUID parent = placement.parent();
    boolean sameBody =
        parent != null
            && store.on(parent, from).stream()
                .anyMatch(above -> above.placement().body().equals(placement.body()));
    boolean reached = parent == null || reach.reaches(parent);
    if (!reached || !(sameBody || reach.reachesBody(placement.body()))) {
      throw new Forbidden(WRITE);
    }
  }

  private UnitStore.Standing standing(UUID id, LocalDate day) {
    return store.on(id, day).orElseThrow(() -> new Unknown("unit", id));
  }

  private void touch(UUID id, int version) {
    if (!store.touch(id, version)) {
      throw new Stale("unit", id);
    }
  }

  private void refuseCircle(UUID id, Placement placement, LocalDate from) {
    UUID parent = placement.parent();
    if (Objects.equals(parent, id) || (parent != null && store.isBelow(parent, id, from))) {
      throw new Refused("organisation.unit.below-itself").at("parent");
    }
  }

  private void refuseParentThatIsNotThere(Placement placement, LocalDate from) {
    UUID parent = placement.parent();
    if (parent != null && store.on(parent, from).isEmpty()) {
      throw new Refused("organisation.unit.parent-not-there", from).at("parent");
    }
  }
}

package se.tillit.asset.carrier;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.asset.CarriersTouched;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Forbidden;
import se.tillit.kernel.Ids;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Unknown;

/// The register of carriers. Carriers are common ground: whoever reads the register of assets sees
/// them all, but only those who write for a carrier's unit change it.
@Component
class CarrierRegister {

  static final String READ = "asset.read";
  static final String WRITE = "asset.write";

  private final CarrierStore store;
  private final Trail trail;
  private final ApplicationEventPublisher events;

  CarrierRegister(CarrierStore store, Trail trail, ApplicationEventPublisher events) {
    this.store = store;
    this.trail = trail;
    this.events = events;
  }

  @Transactional(readOnly = true)
  public Carrier find(UUID id) {
    return store.find(id).orElseThrow(() -> new Unknown("carrier", id));
  }

  @Transactional(readOnly = true)
  public List<Carrier> all(CarrierFilter filter) {
    return store.carriers(filter.condition(), CarrierFilter.MOST);
  }

  @Transactional(readOnly = true)
  public List<Carried> carried(Viewer viewer, UUID id) {
    return store.carriedBy(id, viewer);
  }

  @Transactional
  public UUID register(Viewer viewer, CarrierDraft draft) {
    demand(viewer, draft.unit());
    check(draft, null);
    UUID id = Ids.next();
    store.insert(id, draft);
    trail.record(
        "asset.carrier-registered",
        Subject.of("carrier", id, draft.name()),
        Detail.of("kind", draft.kind().key()).with("unit", draft.unit()));
    return id;
  }

  @Transactional
  public void amend(Viewer viewer, UUID id, int version, CarrierDraft draft) {
    CarrierDraft before = writable(viewer, id).facts();
    if (!before.unit().equals(draft.unit())) {
      demand(viewer, draft.unit());
    }
    check(draft, id);
    store.update(id, version, draft);
    trail.record(
        "asset.carrier-changed",
        Subject.of("carrier", id, draft.name()),
        Detail.none()
            .changed("name", before.name(), draft.name())
            .changed("kind", before.kind(), draft.kind())
            .changed("description", before.description(), draft.description())
            .changed("unit", before.unit(), draft.unit())
            .changed("owner", before.owner(), draft.owner())
            .changed("supplier", before.supplier(), draft.supplier()));
  }

  @Transactional
  public void retire(Viewer viewer, UUID id, boolean retired) {
    Carrier carrier = writable(viewer, id);
    store.retire(id, retired);
    events.publishEvent(new CarriersTouched(Set.of(id)));
    trail.record(
        retired ? "asset.carrier-retired" : "asset.carrier-restored",
        Subject.of("carrier", id, carrier.name()));
  }

  Carrier writable(Viewer viewer, UUID id) {
    Carrier carrier = store.find(id).orElseThrow(() -> new Unknown("carrier", id));
    if (!mayWrite(viewer, carrier)) {
      throw new Forbidden(WRITE);
    }
    return carrier;
  }

  static boolean mayWrite(Viewer viewer, Carrier carrier) {
    var person = viewer.person();
    return viewer.scope(WRITE).reaches(carrier.facts().unit())
        || (person != null && person.value().equals(carrier.owner()));
  }

  private void demand(Viewer viewer, UUID unit) {
    if (!store.isUnit(unit)) {
      throw new Refused("asset.unit.unknown").at("unit");
    }
    viewer.demand(WRITE, unit);
  }

  private void check(CarrierDraft draft, @Nullable UUID except) {
    if (store.isNameTaken(draft.name(), except)) {
      throw new Refused("asset.carrier.name.taken", draft.name()).at("name");
    }
    UUID owner = draft.owner();
    if (owner != null && !store.worksHere(owner)) {
      throw new Refused("asset.delegate.not-here").at("owner");
    }
  }
}

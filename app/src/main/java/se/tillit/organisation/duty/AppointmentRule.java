package se.tillit.organisation.duty;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.tillit.identity.Scope;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Forbidden;
import se.tillit.kernel.PersonId;
import se.tillit.kernel.Refused;

/// Nobody gives away more than she may do herself where it reaches. Yet somebody must register whom
/// others have appointed: whoever answers for the whole tenant gives another what nobody holds, and
/// herself what nobody has ever held, as when a tenant is set up.
@Component
class AppointmentRule {

  static final String WRITE = "organisation.duties-write";

  private final DutyStore store;

  AppointmentRule(DutyStore store) {
    this.store = store;
  }

  void demandReach(Viewer viewer, NewHolding.For place) {
    if (!covers(viewer.demand(WRITE), place)) {
      throw new Forbidden(WRITE);
    }
  }

  void demandGiving(Viewer viewer, NewHolding holding) {
    demandReach(viewer, holding.scope());
    if (!isWithinOwn(viewer, holding) && !isToBeFilled(viewer, holding)) {
      throw new Refused("organisation.duty.beyond-own").at("duty");
    }
  }

  private boolean isWithinOwn(Viewer viewer, NewHolding holding) {
    String role = holding.duty().key();
    return viewer.rights().entrySet().stream()
        .filter(right -> right.getValue().contains(role))
        .allMatch(right -> covers(viewer.scope(right.getKey()), holding.scope()));
  }

  /// A token appoints nobody to more than its own.
  private boolean isToBeFilled(Viewer viewer, NewHolding holding) {
    PersonId me = viewer.person();
    if (me == null || !viewer.mayEverywhere(WRITE)) {
      return false;
    }
    return me.value().equals(holding.person())
        ? !store.wasEverHeld(holding.duty())
        : store.isVacant(holding);
  }

  private boolean covers(Scope scope, NewHolding.For place) {
    UUID entity = place.entity();
    UUID body = place.body();
    UUID unit = place.unit();
    if (scope.everything()) {
      return true;
    }
    if (entity != null) {
      Set<UUID> bodies = store.bodiesOf(entity);
      return !bodies.isEmpty() && scope.bodies().containsAll(bodies);
    }
    return (body != null && scope.reachesBody(body)) || (unit != null && scope.reaches(unit));
  }
}

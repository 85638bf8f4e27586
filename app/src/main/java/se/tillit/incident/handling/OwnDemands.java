package se.tillit.incident.handling;

import static se.tillit.schema.incident.Tables.INCIDENT;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.tillit.incident.ClosureDemand;
import se.tillit.incident.IncidentId;
import se.tillit.incident.routing.Routing;

/// What any case needs before it is closed: somebody answered for it, it was assessed, and
/// something was learnt (K-4.1.7b).
@Order(1)
@Component
class OwnDemands implements ClosureDemand {

  private final CaseStore store;
  private final Routing routing;

  OwnDemands(CaseStore store, Routing routing) {
    this.store = store;
    this.routing = routing;
  }

  @Override
  public List<Demand> of(IncidentId id) {
    return store
        .find(INCIDENT.SECURITY_PROTECTION.eq("NO"), id.value())
        .map(this::missing)
        .orElse(List.of());
  }

  private List<Demand> missing(Incident incident) {
    String home = "/incidents/" + incident.id();
    String assessment = home + "/assessment";
    var missing = new ArrayList<Demand>();
    if (incident.hands().handler() == null) {
      missing.add(Demand.of("incident.closure.handler", assessment));
    }
    if (incident.judged().kind() == null) {
      missing.add(Demand.of("incident.closure.kind", assessment));
    }
    if (incident.place().body() == null) {
      missing.add(Demand.of("incident.closure.body", assessment));
    }
    if (incident.harm().personalData().equals("UNKNOWN")) {
      missing.add(Demand.of("incident.closure.personal", assessment));
    }
    if (routing.configuration().diaryDemanded() && incident.filed().diaryNumber().isBlank()) {
      missing.add(Demand.of("incident.closure.diary", assessment));
    }
    if (incident.judged().severity() == null) {
      missing.add(Demand.of("incident.closure.severity", home + "/severity"));
    }
    if (incident.moments().handledAt() == null) {
      missing.add(Demand.of("incident.closure.handled", home + "/course"));
    }
    if (incident.done().cause() == null) {
      missing.add(Demand.of("incident.closure.cause", home + "/outcome"));
    }
    if (incident.done().lessons().isBlank()) {
      missing.add(Demand.of("incident.closure.lessons", home + "/outcome"));
    }
    return missing;
  }
}

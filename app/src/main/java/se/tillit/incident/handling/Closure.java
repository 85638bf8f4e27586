package se.tillit.incident.handling;

import static se.tillit.schema.incident.Tables.INCIDENT;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.identity.Viewer;
import se.tillit.incident.CaseTime;
import se.tillit.incident.ClosureDemand;
import se.tillit.incident.ClosureDemand.Demand;
import se.tillit.incident.IncidentId;
import se.tillit.incident.IncidentState;
import se.tillit.incident.ledger.Ledger;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Stale;

/// The end of a case: refused until nothing is missing, taken back with a reason (K-4.1.7b).
@Component
public class Closure {

  private final CaseReading reading;
  private final CaseStore store;
  private final List<ClosureDemand> demands;
  private final Ledger ledger;
  private final Trail trail;
  private final CaseTime time;

  Closure(
      CaseReading reading,
      CaseStore store,
      List<ClosureDemand> demands,
      Ledger ledger,
      Trail trail,
      CaseTime time) {
    this.reading = reading;
    this.store = store;
    this.demands = List.copyOf(demands);
    this.ledger = ledger;
    this.trail = trail;
    this.time = time;
  }

  /// What is missing before the case may be closed.
  @Transactional(readOnly = true)
  public List<Demand> missing(UUID id) {
    return demands.stream().flatMap(it -> it.of(new IncidentId(id)).stream()).toList();
  }

  @Transactional
  public Incident close(Viewer viewer, UUID id, int version) {
    Incident incident = reading.handled(viewer, id);
    incident.state().demandMove(IncidentState.CLOSED);
    List<Demand> missing = missing(id);
    if (!missing.isEmpty()) {
      throw new Refused("incident.closure.missing", missing.size()).at("closure");
    }
    move(id, version, IncidentState.CLOSED, time.now(incident.filed().exercise()));
    ledger.note(id, "closed", "");
    trail.record("incident.closed", subject(incident));
    return reading.handled(viewer, id);
  }

  @Transactional
  public Incident reopen(Viewer viewer, UUID id, int version, String reason) {
    Incident incident = reading.handled(viewer, id);
    if (incident.state() != IncidentState.CLOSED) {
      throw new Refused("incident.reopen.not-closed").at("reason");
    }
    if (reason.isBlank()) {
      throw new Refused("incident.reopen.reason-missing").at("reason");
    }
    move(id, version, IncidentState.TRIAGED, null);
    ledger.note(id, "reopened", reason.strip());
    trail.record("incident.reopened", subject(incident), Detail.of("reason", "given"));
    return reading.handled(viewer, id);
  }

  private void move(UUID id, int version, IncidentState to, @Nullable Instant closedAt) {
    Map<Field<?>, @Nullable Object> columns = new LinkedHashMap<>();
    columns.put(INCIDENT.STATE, to.name());
    columns.put(INCIDENT.CLOSED_AT, closedAt);
    if (closedAt == null) {
      columns.put(INCIDENT.DUPLICATE_OF, null);
    }
    if (!store.update(id, version, columns)) {
      throw new Stale("incident", id);
    }
  }

  private static Subject subject(Incident incident) {
    return Subject.of("incident", incident.id(), incident.reference());
  }
}

package se.tillit.incident.handling;

import static org.jooq.impl.DSL.noCondition;
import static se.tillit.schema.incident.Tables.INCIDENT;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.identity.Viewer;
import se.tillit.incident.CaseCard;
import se.tillit.incident.Cases;
import se.tillit.incident.IncidentId;
import se.tillit.incident.ledger.Ledger;
import se.tillit.incident.routing.Routing;

/// Cases as the slices beside the handling read them and add to them.
@Component
class CaseBook implements Cases {

  private final CaseReading reading;
  private final CaseStore store;
  private final Ledger ledger;
  private final Routing routing;
  private final Trail trail;

  CaseBook(CaseReading reading, CaseStore store, Ledger ledger, Routing routing, Trail trail) {
    this.reading = reading;
    this.store = store;
    this.ledger = ledger;
    this.routing = routing;
    this.trail = trail;
  }

  @Override
  @Transactional(readOnly = true)
  public CaseCard find(Viewer viewer, UUID id) {
    Incident incident = reading.seen(viewer, id);
    return card(incident, reading.mayHandle(viewer, incident));
  }

  @Override
  @Transactional(readOnly = true)
  public CaseCard demandHandled(Viewer viewer, UUID id) {
    return card(reading.handled(viewer, id), true);
  }

  @Override
  @Transactional
  public void happened(IncidentId id, Happening happening) {
    ledger.event(id.value(), happening, true);
  }

  @Override
  @Transactional
  public void decided(IncidentId id, Decided decided) {
    UUID made = ledger.decide(id.value(), decided);
    trail.record(
        "incident.decided",
        Subject.of("incident-decision", made, decided.kind()),
        Detail.of("incident", id.value())
            .with("decider", decided.decider())
            .with("delegation", decided.delegationPoint())
            .with("body", decided.body()));
  }

  @Override
  @Transactional
  public void holdsPersonalData(IncidentId id) {
    Incident incident = store.find(noCondition(), id.value()).orElseThrow();
    String before = incident.harm().personalData();
    store.update(id.value(), incident.version(), Map.of(INCIDENT.PERSONAL_DATA, "YES"));
    trail.record(
        "incident.changed",
        Subject.of("incident", id.value(), incident.reference()),
        Detail.none().changed("personal", before, "YES"));
    if (incident.filed().exercise() == null) {
      routing.tell(
          new Routing.Sorted(
              id.value(),
              incident.reference(),
              incident.place().unit(),
              incident.place().body(),
              incident.judged().kind(),
              "YES",
              true));
    }
  }

  private CaseCard card(Incident incident, boolean mayHandle) {
    var place = incident.place();
    var judged = incident.judged();
    var harm = incident.harm();
    return new CaseCard(
        new IncidentId(incident.id()),
        incident.reference(),
        incident.told().title(),
        incident.state(),
        new CaseCard.Place(
            place.unit(),
            place.body(),
            place.legalEntity(),
            store.bodies(incident.id()),
            store.legalEntities(incident.id())),
        incident.moments(),
        new CaseCard.Marks(
            incident.certainty(),
            judged.kind(),
            judged.severity(),
            harm.personalData(),
            harm.persons(),
            harm.crimeSuspected(),
            harm.crisisManagement(),
            incident.filed().secrecyGround(),
            incident.filed().diaryNumber()),
        incident.hands().handler(),
        exerciseOf(incident),
        mayHandle,
        incident.version());
  }

  private static @Nullable UUID exerciseOf(Incident incident) {
    return incident.filed().exercise();
  }
}

package se.tillit.incident.handling;

import static se.tillit.schema.incident.Tables.INCIDENT;
import static se.tillit.schema.organisation.Tables.CURRENT_BODY;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.identity.Viewer;
import se.tillit.incident.IncidentPermissions;
import se.tillit.incident.ledger.Ledger;
import se.tillit.incident.routing.Routing;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Stale;
import se.tillit.kernel.Unknown;

/// What is or may be security-protected (säkerhetsskyddslagen 2018:585): it goes out of sight for
/// everybody, nothing is erased, and the head of security alone knows that it is there.
@Component
public class Quarantine {

  private final DSLContext sql;
  private final CaseReading reading;
  private final Ledger ledger;
  private final Routing routing;
  private final Traces traces;
  private final Trail trail;

  Quarantine(
      DSLContext sql,
      CaseReading reading,
      Ledger ledger,
      Routing routing,
      Traces traces,
      Trail trail) {
    this.sql = sql;
    this.reading = reading;
    this.ledger = ledger;
    this.routing = routing;
    this.traces = traces;
    this.trail = trail;
  }

  /// That there is something, never what.
  ///
  /// @param content whether Tillit holds words or files that were written before the suspicion
  /// @param note where it is handled outside Tillit, such as a reference
  public record Pointer(
      UUID id,
      String reference,
      Instant reportedAt,
      @Nullable String body,
      boolean content,
      String note,
      int version) {}

  /// Somebody who sees the case suspects it: from now on nobody sees it.
  @Transactional
  public void suspect(Viewer viewer, UUID id) {
    Incident incident = reading.seen(viewer, id);
    int hidden =
        sql.update(INCIDENT)
            .set(INCIDENT.SECURITY_PROTECTION, "SUSPECTED")
            .set(INCIDENT.VERSION, INCIDENT.VERSION.plus(1))
            .where(INCIDENT.ID.eq(id))
            .and(INCIDENT.SECURITY_PROTECTION.eq("NO"))
            .execute();
    if (hidden == 1) {
      trail.record("incident.quarantined", Subject.of("incident", id, incident.reference()));
      traces.hide(id);
      routing.tellOfSecurityProtection(id, incident.reference());
    }
  }

  @Transactional(readOnly = true)
  public List<Pointer> all(Viewer viewer) {
    viewer.demand(IncidentPermissions.SECRET);
    return pointers(INCIDENT.ID.isNotNull());
  }

  @Transactional
  public Pointer find(Viewer viewer, UUID id) {
    viewer.demand(IncidentPermissions.SECRET);
    return one(id);
  }

  /// Where it is handled outside Tillit.
  @Transactional
  public void note(Viewer viewer, UUID id, int version, String note) {
    viewer.demand(IncidentPermissions.SECRET);
    Pointer pointer = one(id);
    if (note.length() > 200) {
      throw new Refused("incident.field.too-long", 200).at("note");
    }
    int written =
        sql.update(INCIDENT)
            .set(INCIDENT.SECURITY_NOTE, note.strip())
            .set(INCIDENT.VERSION, INCIDENT.VERSION.plus(1))
            .where(INCIDENT.ID.eq(id))
            .and(INCIDENT.VERSION.eq(version))
            .execute();
    if (written == 0) {
      throw new Stale("incident", id);
    }
    trail.record("incident.protected-noted", Subject.of("incident", id, pointer.reference()));
  }

  /// The head of security has found that it holds nothing of the kind.
  @Transactional
  public void release(Viewer viewer, UUID id, int version, String reason) {
    viewer.demand(IncidentPermissions.SECRET);
    Pointer pointer = one(id);
    if (!pointer.content()) {
      throw new Refused("incident.release.no-content").at("reason");
    }
    if (reason.isBlank()) {
      throw new Refused("incident.release.reason-missing").at("reason");
    }
    int shown =
        sql.update(INCIDENT)
            .set(INCIDENT.SECURITY_PROTECTION, "NO")
            .set(INCIDENT.VERSION, INCIDENT.VERSION.plus(1))
            .where(INCIDENT.ID.eq(id))
            .and(INCIDENT.VERSION.eq(version))
            .execute();
    if (shown == 0) {
      throw new Stale("incident", id);
    }
    ledger.note(id, "released", reason.strip());
    traces.show(id);
    routing.tellAgain(id, pointer.reference());
    trail.record(
        "incident.released",
        Subject.of("incident", id, pointer.reference()),
        Detail.of("reason", "given"));
  }

  private Pointer one(UUID id) {
    return pointers(INCIDENT.ID.eq(id)).stream()
        .findFirst()
        .orElseThrow(() -> new Unknown("incident", id));
  }

  private List<Pointer> pointers(Condition which) {
    return sql.select(
            INCIDENT.ID,
            INCIDENT.REFERENCE,
            INCIDENT.REPORTED_AT,
            CURRENT_BODY.NAME,
            INCIDENT.SECURITY_PROTECTION,
            INCIDENT.SECURITY_NOTE,
            INCIDENT.VERSION)
        .from(INCIDENT)
        .leftJoin(CURRENT_BODY)
        .on(CURRENT_BODY.TENANT_ID.eq(INCIDENT.TENANT_ID))
        .and(CURRENT_BODY.BODY_ID.eq(INCIDENT.BODY_ID))
        .where(INCIDENT.SECURITY_PROTECTION.ne("NO"))
        .and(which)
        .orderBy(INCIDENT.REPORTED_AT.desc(), INCIDENT.ID)
        .limit(500)
        .fetch(row ->
            new Pointer(
                row.value1(),
                row.value2(),
                row.value3(),
                row.value4(),
                row.value5().equals("SUSPECTED"),
                row.value6(),
                row.value7()));
  }
}

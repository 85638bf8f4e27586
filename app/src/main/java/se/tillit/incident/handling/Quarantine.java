package se.tillit.incident.handling;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static se.tillit.schema.incident.Tables.INCIDENT;
import static se.tillit.schema.organisation.Tables.CURRENT_BODY;
import static se.tillit.schema.organisation.Tables.PERSON_NAME;

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
import se.tillit.identity.Scope;
import se.tillit.identity.Viewer;
import se.tillit.incident.IncidentPermissions;
import se.tillit.incident.ledger.Ledger;
import se.tillit.incident.routing.Routing;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Stale;
import se.tillit.kernel.Unknown;

/// What is or may be security-protected (säkerhetsskyddslagen 2018:585): it goes out of sight for
/// everybody, nothing is erased, and only who answers for protective security knows that it is
/// there.
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
  /// @param reporter whom to ask; empty when she has a protected identity, none when it is
  ///   anonymous
  /// @param content whether Tillit holds words or files that were written before the suspicion
  /// @param confirmed whether it has been found to be security-protected
  /// @param note where it is handled outside Tillit, such as a reference
  public record Pointer(
      UUID id,
      String reference,
      Instant reportedAt,
      @Nullable String body,
      @Nullable String reporter,
      boolean content,
      boolean confirmed,
      String note,
      int version) {

    /// The message that says how it came here, and whether it has been found to be so.
    public String how() {
      String came = content ? "incident.protected.spill" : "incident.protected.pointer";
      return content && confirmed ? "incident.protected.spill.confirmed" : came;
    }
  }

  /// Somebody who sees the case suspects it: from now on nobody sees it.
  @Transactional
  public void suspect(Viewer viewer, UUID id) {
    reading.seen(viewer, id);
    hide(id);
  }

  /// Its reporter has second thoughts: she needs not see the case to have it hidden.
  @Transactional
  public void hide(UUID id) {
    var hidden =
        sql.update(INCIDENT)
            .set(INCIDENT.SECURITY_PROTECTION, "SUSPECTED")
            .set(INCIDENT.VERSION, INCIDENT.VERSION.plus(1))
            .where(INCIDENT.ID.eq(id))
            .and(INCIDENT.SECURITY_PROTECTION.eq("NO"))
            .returningResult(INCIDENT.REFERENCE, INCIDENT.BODY_ID)
            .fetchOptional();
    hidden.ifPresent(row -> {
      trail.record("incident.quarantined", Subject.of("incident", id, row.value1()));
      traces.hide(id);
      routing.tellOfSecurityProtection(id, row.value1(), row.value2());
    });
  }

  @Transactional(readOnly = true)
  public List<Pointer> all(Viewer viewer) {
    return pointers(viewer, noCondition());
  }

  @Transactional
  public Pointer find(Viewer viewer, UUID id) {
    return one(viewer, id);
  }

  /// Where it is handled outside Tillit.
  @Transactional
  public void note(Viewer viewer, UUID id, int version, String note) {
    Pointer pointer = one(viewer, id);
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

  /// It has been found to be security-protected: what it holds stays hidden, and the clocks that
  /// security protection excludes stop (dataskyddslagen 1 kap. 4 §).
  @Transactional
  public void confirm(Viewer viewer, UUID id, int version) {
    Pointer pointer = one(viewer, id);
    if (pointer.confirmed()) {
      throw new Refused("incident.protected.confirmed-already");
    }
    move(id, version, "YES");
    trail.record("incident.protected-confirmed", Subject.of("incident", id, pointer.reference()));
  }

  /// It has been found to hold nothing of the kind.
  @Transactional
  public void release(Viewer viewer, UUID id, int version, String reason) {
    Pointer pointer = one(viewer, id);
    if (!pointer.content()) {
      throw new Refused("incident.release.no-content").at("reason");
    }
    if (reason.isBlank()) {
      throw new Refused("incident.release.reason-missing").at("reason");
    }
    move(id, version, "NO");
    ledger.note(id, "released", reason.strip());
    traces.show(id);
    routing.tellAgain(id, pointer.reference());
    trail.record(
        "incident.released",
        Subject.of("incident", id, pointer.reference()),
        Detail.of("reason", "given"));
  }

  private void move(UUID id, int version, String protection) {
    int moved =
        sql.update(INCIDENT)
            .set(INCIDENT.SECURITY_PROTECTION, protection)
            .set(INCIDENT.VERSION, INCIDENT.VERSION.plus(1))
            .where(INCIDENT.ID.eq(id))
            .and(INCIDENT.VERSION.eq(version))
            .execute();
    if (moved == 0) {
      throw new Stale("incident", id);
    }
  }

  private Pointer one(Viewer viewer, UUID id) {
    return pointers(viewer, INCIDENT.ID.eq(id)).stream()
        .findFirst()
        .orElseThrow(() -> new Unknown("incident", id));
  }

  /// What belongs to no body yet is for all who may see such things.
  private static Condition within(Viewer viewer) {
    Scope scope = viewer.demand(IncidentPermissions.SECRET);
    return scope.everything()
        ? noCondition()
        : INCIDENT.BODY_ID.isNull().or(scope.coversBody(INCIDENT.BODY_ID));
  }

  private List<Pointer> pointers(Viewer viewer, Condition which) {
    return sql.select(
            INCIDENT.ID,
            INCIDENT.REFERENCE,
            INCIDENT.REPORTED_AT,
            CURRENT_BODY.NAME,
            PERSON_NAME.NAME,
            field(INCIDENT.HAPPENING.ne("").or(INCIDENT.TITLE.ne(""))),
            INCIDENT.SECURITY_PROTECTION,
            INCIDENT.SECURITY_NOTE,
            INCIDENT.VERSION)
        .from(INCIDENT)
        .leftJoin(CURRENT_BODY)
        .on(CURRENT_BODY.TENANT_ID.eq(INCIDENT.TENANT_ID))
        .and(CURRENT_BODY.BODY_ID.eq(INCIDENT.BODY_ID))
        .leftJoin(PERSON_NAME)
        .on(PERSON_NAME.TENANT_ID.eq(INCIDENT.TENANT_ID))
        .and(PERSON_NAME.PERSON_ID.eq(INCIDENT.REPORTER_PERSON_ID))
        .where(INCIDENT.SECURITY_PROTECTION.ne("NO"))
        .and(within(viewer))
        .and(which)
        .orderBy(INCIDENT.REPORTED_AT.desc(), INCIDENT.ID)
        .limit(500)
        .fetch(row ->
            new Pointer(
                row.value1(),
                row.value2(),
                row.value3(),
                row.value4(),
                row.value5(),
                row.value6() || row.value7().equals("SUSPECTED"),
                row.value7().equals("YES"),
                row.value8(),
                row.value9()));
  }
}

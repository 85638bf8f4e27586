package se.tillit.incident.handling;

import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static se.tillit.schema.incident.Tables.INCIDENT;
import static se.tillit.schema.incident.Tables.RECIPIENT;
import static se.tillit.schema.organisation.Tables.CURRENT_ASSIGNMENT;
import static se.tillit.schema.organisation.Tables.CURRENT_ROLE_HOLDING;
import static se.tillit.schema.organisation.Tables.PERSON_NAME;

import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.identity.Role;
import se.tillit.identity.Scope;
import se.tillit.identity.Viewer;
import se.tillit.incident.CaseScope;
import se.tillit.incident.IncidentPermissions;
import se.tillit.incident.ledger.Ledger;
import se.tillit.kernel.Acting;
import se.tillit.kernel.PersonId;
import se.tillit.kernel.Refused;
import se.tillit.notification.Notice;
import se.tillit.notification.Notifications;

/// Puts cases into somebody's hands, one or many at a time.
@Component
class Assignment {

  private static final int MOST = 200;

  private final DSLContext sql;
  private final Ledger ledger;
  private final Notifications notifications;
  private final Trail trail;

  Assignment(DSLContext sql, Ledger ledger, Notifications notifications, Trail trail) {
    this.sql = sql;
    this.ledger = ledger;
    this.notifications = notifications;
    this.trail = trail;
  }

  /// Gives all of them to one handler; those out of reach or closed stay as they are.
  @Transactional
  public int assign(Viewer viewer, List<UUID> ids, UUID handler) {
    if (ids.isEmpty()) {
      throw new Refused("incident.assign.none").at("id");
    }
    if (ids.size() > MOST) {
      throw new Refused("incident.assign.too-many", MOST).at("id");
    }
    demandHandler(handler);
    var given =
        sql.update(INCIDENT)
            .set(INCIDENT.HANDLER_PERSON_ID, handler)
            .set(INCIDENT.VERSION, INCIDENT.VERSION.plus(1))
            .where(INCIDENT.ID.in(ids))
            .and(INCIDENT.OPEN.isTrue())
            .and(INCIDENT.HANDLER_PERSON_ID.isDistinctFrom(handler))
            .and(CaseScope.seenBy(viewer))
            .and(reached(viewer))
            .returningResult(INCIDENT.ID, INCIDENT.REFERENCE)
            .fetch();
    given.forEach(row -> {
      trail.record(
          "incident.assigned",
          Subject.of("incident", row.value1(), row.value2()),
          Detail.of("handler", handler));
      tell(row.value1(), row.value2(), handler);
    });
    return given.size();
  }

  void demandHandler(UUID person) {
    var r = CURRENT_ROLE_HOLDING;
    var a = CURRENT_ASSIGNMENT;
    boolean may =
        sql.fetchExists(
            selectOne()
                .from(r)
                .where(r.PERSON_ID.eq(person))
                .and(
                    r.ROLE.in(
                        Role.COORDINATOR.key(),
                        Role.HEAD_OF_SECURITY.key(),
                        Role.SYSTEM_OWNER.key()))
                .unionAll(
                    selectOne().from(a).where(a.PERSON_ID.eq(person)).and(a.KIND.eq("manager"))));
    if (!may) {
      throw new Refused("incident.handler.may-not").at("handler");
    }
  }

  /// Notes whom it was given to, and tells her unless she took it herself.
  void tell(UUID id, String reference, UUID handler) {
    String name =
        sql.select(PERSON_NAME.NAME)
            .from(PERSON_NAME)
            .where(PERSON_NAME.PERSON_ID.eq(handler))
            .fetchOptional(PERSON_NAME.NAME)
            .orElse("");
    ledger.note(id, "assigned", name);
    PersonId me = Acting.current().person();
    if (me == null || !me.value().equals(handler)) {
      notifications.tell(
          new PersonId(handler),
          Notice.of("incident.notice.assigned", "/incidents/" + id, reference));
    }
  }

  private static Condition reached(Viewer viewer) {
    Scope scope = viewer.demand(IncidentPermissions.HANDLE);
    if (scope.everything()) {
      return INCIDENT.ID.isNotNull();
    }
    PersonId me = viewer.person();
    UUID self = me == null ? new UUID(0, 0) : me.value();
    return scope
        .covers(INCIDENT.UNIT_ID)
        .or(INCIDENT.UNIT_ID.isNull().and(scope.coversBody(INCIDENT.BODY_ID)))
        .or(INCIDENT.HANDLER_PERSON_ID.eq(self))
        .or(
            INCIDENT.ID.in(
                select(RECIPIENT.INCIDENT_ID).from(RECIPIENT).where(RECIPIENT.PERSON_ID.eq(self))));
  }
}

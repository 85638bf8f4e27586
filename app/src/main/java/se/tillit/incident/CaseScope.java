package se.tillit.incident;

import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static se.tillit.schema.incident.Tables.CLOCK;
import static se.tillit.schema.incident.Tables.INCIDENT;
import static se.tillit.schema.incident.Tables.RECIPIENT;

import org.jooq.Condition;
import se.tillit.identity.Scope;
import se.tillit.identity.Viewer;
import se.tillit.kernel.PersonId;

/// Which cases a viewer may see: those of her bodies and units, those with personal data when she
/// is the data protection officer, and those she handles or was sent. Never one that is
/// security-protected.
public final class CaseScope {

  private CaseScope() {}

  /// For a statement that reads `incident.incident`.
  public static Condition seenBy(Viewer viewer) {
    return INCIDENT.SECURITY_PROTECTION.eq("NO").and(within(viewer));
  }

  /// For a statement that reads `incident.clock`: a clock that runs without a case is seen by those
  /// whose reach holds the body that answers.
  public static Condition aloneSeenBy(Viewer viewer) {
    if (!viewer.may(IncidentPermissions.READ)) {
      return falseCondition();
    }
    Scope scope = viewer.scope(IncidentPermissions.READ);
    return CLOCK
        .INCIDENT_ID
        .isNull()
        .and(scope.everything() ? noCondition() : scope.coversBody(CLOCK.BODY_ID));
  }

  private static Condition within(Viewer viewer) {
    if (!viewer.may(IncidentPermissions.READ)) {
      return falseCondition();
    }
    Scope whole = viewer.scope(IncidentPermissions.READ_ANY);
    if (whole.everything()) {
      return noCondition();
    }
    Condition seen = handledBy(viewer).or(reached(whole));
    return viewer.may(IncidentPermissions.READ_PERSONAL)
        ? seen.or(
            INCIDENT
                .PERSONAL_DATA
                .eq("YES")
                .and(reached(viewer.scope(IncidentPermissions.READ_PERSONAL))))
        : seen;
  }

  private static Condition reached(Scope scope) {
    return scope.everything()
        ? noCondition()
        : scope
            .covers(INCIDENT.UNIT_ID)
            .or(INCIDENT.UNIT_ID.isNull().and(scope.coversBody(INCIDENT.BODY_ID)));
  }

  /// Whoever handles it, or was told of it because the routes say so.
  private static Condition handledBy(Viewer viewer) {
    PersonId me = viewer.person();
    return me == null
        ? falseCondition()
        : INCIDENT
            .HANDLER_PERSON_ID
            .eq(me.value())
            .or(
                INCIDENT.ID.in(
                    select(RECIPIENT.INCIDENT_ID)
                        .from(RECIPIENT)
                        .where(RECIPIENT.PERSON_ID.eq(me.value()))));
  }
}

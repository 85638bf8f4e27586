package se.tillit.incident.clock;

import static se.tillit.schema.incident.Tables.INCIDENT;

import java.time.Instant;
import java.util.UUID;
import org.jooq.DSLContext;
import se.tillit.identity.Role;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Ids;
import se.tillit.testing.Town;

/// Cases for the clocks to belong to.
final class Events {

  private Events() {}

  /// A case of the municipality's school board, handled by the coordinator.
  static UUID aCase(DSLContext sql, Town town, Instant occurred) {
    UUID id = Ids.next();
    town.within(() ->
        sql.insertInto(INCIDENT)
            .set(INCIDENT.TENANT_ID, Acting.current().tenant().value())
            .set(INCIDENT.ID, id)
            .set(INCIDENT.REFERENCE, "2026-" + id.toString().substring(24))
            .set(INCIDENT.TITLE, "Fel mottagare")
            .set(INCIDENT.HAPPENING, "Ett brev gick fel")
            .set(INCIDENT.CERTAINTY, "KNOWN")
            .set(INCIDENT.OCCURRED_AT, occurred)
            .set(INCIDENT.AWARE_AT, occurred)
            .set(INCIDENT.REPORTED_AT, occurred)
            .set(INCIDENT.UNIT_ID, town.school())
            .set(INCIDENT.BODY_ID, town.schoolBoard())
            .set(INCIDENT.LEGAL_ENTITY_ID, town.municipality())
            .set(INCIDENT.PERSONAL_DATA, "YES")
            .set(INCIDENT.HANDLER_PERSON_ID, town.person(Role.COORDINATOR))
            .set(INCIDENT.STATE, "TRIAGED")
            .execute());
    return id;
  }
}

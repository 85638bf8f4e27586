package se.tillit.incident.handling;

import static se.tillit.schema.incident.Tables.INCIDENT;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import se.tillit.audittrail.NameSource;

/// Incidents by number in the trail; what they are about stays with those who handle them.
@Component
class IncidentNames implements NameSource {

  private final DSLContext sql;

  IncidentNames(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public boolean isContent() {
    return true;
  }

  @Override
  public Map<UUID, String> namesOf(Collection<UUID> ids) {
    return sql.select(INCIDENT.ID, INCIDENT.REFERENCE)
        .from(INCIDENT)
        .where(INCIDENT.ID.eq(DSL.any(ids.toArray(UUID[]::new))))
        .fetchMap(INCIDENT.ID, INCIDENT.REFERENCE);
  }
}

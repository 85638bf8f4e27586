package se.tillit.incident.clock;

import static se.tillit.schema.incident.Tables.CLOCK;

import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import se.tillit.incident.CasePart;
import se.tillit.incident.IncidentId;
import se.tillit.incident.IncidentPermissions;

/// Shows a case its clocks.
@Component
class ClocksOfCase implements CasePart {

  private final DSLContext sql;

  ClocksOfCase(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public String key() {
    return "clocks";
  }

  @Override
  public String permission() {
    return IncidentPermissions.READ;
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public List<String> pages(IncidentId incident) {
    return sql.select(CLOCK.ID)
        .from(CLOCK)
        .where(CLOCK.INCIDENT_ID.eq(incident.value()))
        .fetch(row -> "/clocks/" + row.value1());
  }
}

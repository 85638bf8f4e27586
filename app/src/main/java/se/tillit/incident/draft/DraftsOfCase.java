package se.tillit.incident.draft;

import static se.tillit.schema.incident.Tables.DRAFT;

import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import se.tillit.incident.CasePart;
import se.tillit.incident.IncidentId;
import se.tillit.incident.IncidentPermissions;

/// Shows a case what is to be told to authorities and to those affected.
@Component
class DraftsOfCase implements CasePart {

  private final DSLContext sql;

  DraftsOfCase(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public String key() {
    return "drafts";
  }

  @Override
  public String permission() {
    return IncidentPermissions.READ;
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public List<String> pages(IncidentId incident) {
    return sql.select(DRAFT.ID)
        .from(DRAFT)
        .where(DRAFT.INCIDENT_ID.eq(incident.value()))
        .fetch(row -> "/drafts/" + row.value1());
  }
}

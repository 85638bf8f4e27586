package se.tillit.governingdocument.document;

import static se.tillit.schema.governingdocument.Tables.DOCUMENT;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import se.tillit.audittrail.NameSource;

/// Governing documents by title in the trail.
@Component
class DocumentNames implements NameSource {

  private final DSLContext sql;

  DocumentNames(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public boolean isContent() {
    return true;
  }

  @Override
  public Map<UUID, String> namesOf(Collection<UUID> ids) {
    var wanted = DSL.any(ids.toArray(UUID[]::new));
    return sql.select(DOCUMENT.ID, DOCUMENT.TITLE)
        .from(DOCUMENT)
        .where(DOCUMENT.ID.eq(wanted))
        .fetchMap(DOCUMENT.ID, DOCUMENT.TITLE);
  }
}

package se.tillit.improvement.sealing;

import static org.jooq.impl.DSL.select;
import static se.tillit.schema.improvement.Tables.ACTION;
import static se.tillit.schema.improvement.Tables.FINDING;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Marks rows that the wall hides. For the length of these statements, and no longer, it shows
/// them.
@Component
class SealStore {

  private static final String SHOW = "select set_config('improvement.sealed', ?, true)";

  private final DSLContext sql;

  SealStore(DSLContext sql) {
    this.sql = sql;
  }

  List<UUID> actions(UUID record, boolean sealed) {
    return shown(() ->
        sql.update(ACTION)
            .set(ACTION.SEALED, sealed)
            .where(ACTION.SOURCE_RECORD.eq(record))
            .and(ACTION.SEALED.ne(sealed))
            .returning(ACTION.ID)
            .fetch(ACTION.ID));
  }

  List<UUID> findings(UUID record, boolean sealed) {
    return shown(() ->
        sql.update(FINDING)
            .set(FINDING.SEALED, sealed)
            .where(FINDING.SOURCE_RECORD.eq(record))
            .and(FINDING.SEALED.ne(sealed))
            .returning(FINDING.ID)
            .fetch(FINDING.ID));
  }

  /// Those of the actions and findings that are sealed.
  List<UUID> sealed(Collection<UUID> ids) {
    return shown(() ->
        sql.select(ACTION.ID)
            .from(ACTION)
            .where(ACTION.ID.in(ids), ACTION.SEALED.isTrue())
            .unionAll(
                select(FINDING.ID).from(FINDING).where(FINDING.ID.in(ids), FINDING.SEALED.isTrue()))
            .fetch(ACTION.ID));
  }

  private List<UUID> shown(Supplier<List<UUID>> work) {
    sql.execute(SHOW, "shown");
    try {
      return work.get();
    } finally {
      sql.execute(SHOW, "");
    }
  }
}

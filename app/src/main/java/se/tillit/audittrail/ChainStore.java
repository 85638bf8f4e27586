package se.tillit.audittrail;

import static se.tillit.schema.audittrail.Tables.ENTRY;

import java.util.UUID;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import se.tillit.kernel.Acting;
import se.tillit.schema.audittrail.tables.records.EntryRecord;

/// Reads the acting tenant's whole chain in order, a few thousand entries at a time.
@Component
class ChainStore {

  private static final int AT_A_TIME = 2_000;

  private final DSLContext sql;

  ChainStore(DSLContext sql) {
    this.sql = sql;
  }

  /// Must be read, and closed, within one transaction.
  Cursor<EntryRecord> all() {
    UUID tenant = Acting.current().tenant().value();
    return sql.selectFrom(ENTRY)
        .where(ENTRY.TENANT_ID.eq(tenant))
        .orderBy(ENTRY.NUMBER)
        .fetchSize(AT_A_TIME)
        .fetchLazy();
  }

  static Link link(EntryRecord row) {
    var subject = new Subject(row.getSubjectKind(), row.getSubjectId(), row.getSubjectName());
    return new Link(
        row.getNumber(),
        row.getPreviousHash(),
        row.getAt(),
        row.getActorId(),
        row.getActorName(),
        new Link.Words(row.getAction(), subject, row.getDetail()));
  }
}

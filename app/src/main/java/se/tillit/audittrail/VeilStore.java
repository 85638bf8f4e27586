package se.tillit.audittrail;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static se.tillit.schema.audittrail.Tables.ENTRY;
import static se.tillit.schema.audittrail.Tables.VEIL;

import java.util.Collection;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Refused;

/// The rows of what is veiled.
@Component
class VeilStore implements Veils {

  private final DSLContext sql;

  VeilStore(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  @Transactional
  public void draw(Collection<UUID> subjects) {
    UUID tenant = Acting.current().tenant().value();
    long newest =
        sql.select(coalesce(max(ENTRY.NUMBER), inline(0L)))
            .from(ENTRY)
            .where(ENTRY.TENANT_ID.eq(tenant))
            .fetchSingle()
            .value1();
    sql.batch(
            subjects.stream()
                .map(it ->
                    sql.insertInto(VEIL)
                        .set(VEIL.TENANT_ID, tenant)
                        .set(VEIL.SUBJECT_ID, it)
                        .set(VEIL.NUMBER, newest)
                        .onConflict(VEIL.TENANT_ID, VEIL.SUBJECT_ID)
                        .doUpdate()
                        .set(VEIL.NUMBER, newest))
                .toList())
        .execute();
  }

  @Override
  @Transactional
  public void lift(Collection<UUID> subjects) {
    sql.deleteFrom(VEIL).where(VEIL.SUBJECT_ID.in(subjects)).execute();
  }

  /// For a statement that reads entries.
  static Condition unveiled() {
    return notExists(
        selectOne()
            .from(VEIL)
            .where(VEIL.TENANT_ID.eq(ENTRY.TENANT_ID))
            .and(VEIL.SUBJECT_ID.eq(ENTRY.SUBJECT_ID))
            .and(VEIL.NUMBER.ge(ENTRY.NUMBER)));
  }

  /// The whole trail says all, so it is not handed out over the web while anything is veiled.
  @Transactional(readOnly = true)
  public void demandNone() {
    if (sql.fetchExists(VEIL)) {
      throw new Refused("audittrail.export.veiled").by("säkerhetsskyddslagen 2 kap. 5 §");
    }
  }
}

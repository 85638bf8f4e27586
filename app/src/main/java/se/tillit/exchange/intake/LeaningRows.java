package se.tillit.exchange.intake;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/// Rows of other tables that lean on what an import brought in. Which tables do, only the database
/// knows: the modules that own them come after this one.
@Component
class LeaningRows {

  private static final String COLUMN =
      """
      select a.attname
      from pg_constraint c
      cross join lateral unnest(c.conkey, c.confkey) k (here, there)
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.here
      join pg_attribute b on b.attrelid = c.confrelid and b.attnum = k.there and b.attname = 'id'
      where c.conname = ? and c.conrelid = ?::regclass
      """;

  // A record, or what was brought in with it, such as the person with her assignment.
  private static final String LEANED_ON =
      """
      select distinct c.sheet_row, c.label, c.change
      from exchange.published_change c
      cross join lateral (
        select c.record_id::text
        union all
        select part.value ->> 'id' from jsonb_each(c.after) part
        where jsonb_typeof(part.value) = 'object') brought (id)
      join {0} l on l.{1}::text = brought.id
      where c.upload_id = {2} and c.change = 'new'
      order by c.sheet_row, c.label
      limit {3}
      """;

  private final DSLContext sql;

  LeaningRows(DSLContext sql) {
    this.sql = sql;
  }

  /// The table that leans, and by which constraint.
  record Foreign(String schema, String table, String constraint) {

    static Foreign of(DataIntegrityViolationException violation) {
      if (violation.getMostSpecificCause() instanceof PSQLException said) {
        @Nullable ServerErrorMessage message = said.getServerErrorMessage();
        if (message != null
            && message.getSchema() != null
            && message.getTable() != null
            && message.getConstraint() != null) {
          return new Foreign(message.getSchema(), message.getTable(), message.getConstraint());
        }
      }
      throw violation;
    }

    Name name() {
      return DSL.name(schema, table);
    }
  }

  /// The rows of an import that the table leans on.
  List<Hindrance> on(UUID upload, Foreign foreign, int most) {
    String column =
        sql.resultQuery(COLUMN, foreign.constraint(), foreign.name().toString())
            .fetchSingle(0, String.class);
    return sql.resultQuery(
            LEANED_ON, foreign.name(), DSL.name(column), DSL.val(upload), DSL.val(most))
        .fetch(row ->
            new Hindrance(
                row.get("sheet_row", Integer.class),
                row.get("label", String.class),
                row.get("change", String.class)));
  }
}

package se.tillit.exchange.intake;

import static se.tillit.schema.exchange.Tables.ROW_CHANGE;
import static se.tillit.schema.exchange.Tables.ROW_PROBLEM;
import static se.tillit.schema.exchange.Tables.STAGED_ROW;
import static se.tillit.schema.exchange.Tables.UPLOAD;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.stereotype.Component;
import se.tillit.exchange.column.RowProblem;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Ids;

/// The staged rows of an upload, what is wrong with them and what they would change.
@Component
class StagingStore {

  // COPY does not write behind the tenant wall, so rows pass through a temporary table.
  private static final String HALL =
      "create temporary table if not exists staging_hall"
          + " (sheet_row integer not null, cells text[] not null) on commit delete rows";

  private static final String COPY = "copy staging_hall (sheet_row, cells) from stdin";

  private static final String INTO_STAGING =
      """
      insert into exchange.staged_row (tenant_id, upload_id, sheet_row, cells)
      select ?, ?, sheet_row, cells from staging_hall
      """;

  private static final String PROBLEMS =
      """
      insert into exchange.row_problem
        (tenant_id, upload_id, id, sheet_row, column_name, value, message_key, notice)
      select {0}, {1}, gen_random_uuid(), p.sheet_row, ({2})[p.place],
             left(coalesce(p.value, ''), 200), p.message_key, false
      from ({3}) p (sheet_row, place, value, message_key)
      """;

  private static final String WITHOUT_FAULTY =
      """
      delete from exchange.staged_row r
      where r.upload_id = ?
        and exists (select from exchange.row_problem p
                    where p.tenant_id = r.tenant_id and p.upload_id = r.upload_id
                      and p.sheet_row = r.sheet_row and not p.notice)
      """;

  private static final String COMPARE =
      """
      with found as materialized (
        select c.sheet_row, c.change, c.record_id, c.label, c.detail
        from ({0}) c (sheet_row, change, record_id, label, detail)
      ), kept as (
        insert into exchange.row_change
          (tenant_id, upload_id, sheet_row, change, record_id, label, detail)
        select {1}, {2}, sheet_row, change, coalesce(record_id, gen_random_uuid()), label,
               coalesce(detail, '')
        from found where change <> 'unchanged'
      )
      select change, count(*) from found group by change
      """;

  // What is wholly new has no image before.
  private static final String KEEP_IMAGES =
      """
      insert into exchange.row_image (tenant_id, upload_id, record_id, {0})
      select {1}, {2}, i.record_id, i.image
      from ({3}) i (record_id, image) where i.image is not null
      on conflict (tenant_id, upload_id, record_id) do update set {0} = excluded.{0}
      """;

  // Nothing may have changed a record since, nor begun to lean on it.
  private static final String CHANGED_SINCE =
      """
      select c.sheet_row, c.label, c.change
      from exchange.published_change c
      left join ({0}) i (record_id, image) on i.record_id = c.record_id
      where c.upload_id = {1} and i.image is distinct from c.after
      order by c.sheet_row nulls last, c.label
      limit {2}
      """;

  private final DSLContext sql;

  StagingStore(DSLContext sql) {
    this.sql = sql;
  }

  /// What stages rows while a file is being read.
  interface Lane {
    void add(byte[] line);
  }

  @FunctionalInterface
  interface Reading {
    void into(Lane lane);
  }

  void stage(UUID upload, Reading reading) {
    sql.execute(HALL);
    sql.connection(connection -> {
      CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
      try {
        reading.into(line -> {
          try {
            copy.writeToCopy(line, 0, line.length);
          } catch (java.sql.SQLException failure) {
            throw new IllegalStateException(failure);
          }
        });
        copy.endCopy();
      } finally {
        if (copy.isActive()) {
          copy.cancelCopy();
        }
      }
    });
    sql.execute(INTO_STAGING, tenant(), upload);
  }

  void keep(UUID upload, List<RowProblem> problems, boolean notice) {
    var rows = new ArrayList<org.jooq.Query>(problems.size());
    for (RowProblem problem : problems) {
      rows.add(
          sql.insertInto(ROW_PROBLEM)
              .set(ROW_PROBLEM.TENANT_ID, tenant())
              .set(ROW_PROBLEM.UPLOAD_ID, upload)
              .set(ROW_PROBLEM.ID, Ids.next())
              .set(ROW_PROBLEM.SHEET_ROW, problem.sheetRow())
              .set(ROW_PROBLEM.COLUMN_NAME, problem.column())
              .set(ROW_PROBLEM.VALUE, problem.value())
              .set(ROW_PROBLEM.MESSAGE_KEY, problem.messageKey())
              .set(
                  ROW_PROBLEM.ARGUMENTS,
                  problem.arguments().stream().map(String::valueOf).toArray(String[]::new))
              .set(ROW_PROBLEM.NOTICE, notice));
    }
    sql.batch(rows).execute();
  }

  void keepFound(UUID upload, ResultQuery<?> problems, List<String> headings) {
    sql.query(
            PROBLEMS,
            DSL.val(tenant()),
            DSL.val(upload),
            DSL.val(headings.toArray(String[]::new)),
            problems)
        .execute();
    sql.execute(WITHOUT_FAULTY, upload);
  }

  /// How many rows of the file, or records that it lacks, each change would touch.
  Map<String, Integer> compare(UUID upload, ResultQuery<?> changes) {
    sql.deleteFrom(ROW_CHANGE).where(ROW_CHANGE.UPLOAD_ID.eq(upload)).execute();
    Map<String, Integer> counts = new HashMap<>();
    sql.resultQuery(COMPARE, changes, DSL.val(tenant()), DSL.val(upload))
        .fetch()
        .forEach(row -> counts.put(row.get(0, String.class), row.get(1, Integer.class)));
    return counts;
  }

  void keepBefore(UUID upload, ResultQuery<?> images) {
    keep(upload, images, "before");
  }

  void keepAfter(UUID upload, ResultQuery<?> images) {
    keep(upload, images, "after");
  }

  private void keep(UUID upload, ResultQuery<?> images, String when) {
    sql.execute(KEEP_IMAGES, DSL.name(when), DSL.val(tenant()), DSL.val(upload), images);
  }

  List<Hindrance> changedSince(UUID upload, ResultQuery<?> images, int most) {
    return sql.resultQuery(CHANGED_SINCE, images, DSL.val(upload), DSL.val(most))
        .fetch(row ->
            new Hindrance(
                row.get("sheet_row", Integer.class),
                row.get("label", String.class),
                row.get("change", String.class)));
  }

  /// Statements over freshly staged rows have no statistics; loops over them would never end.
  void planForMany() {
    sql.execute("set local enable_nestloop = off");
    // A hundred thousand rows are sorted and joined in memory, for this transaction alone.
    sql.execute("set local work_mem = '48MB'");
  }

  /// How many rows are faulty, told of or only counted.
  int faulty(UUID upload) {
    return sql.select(
            DSL.countDistinct(ROW_PROBLEM.SHEET_ROW)
                .plus(
                    DSL.field(
                        DSL.select(UPLOAD.ROWS_UNTOLD).from(UPLOAD).where(UPLOAD.ID.eq(upload)))))
        .from(ROW_PROBLEM)
        .where(ROW_PROBLEM.UPLOAD_ID.eq(upload))
        .and(DSL.not(ROW_PROBLEM.NOTICE))
        .fetchSingle()
        .value1();
  }

  void clear(UUID upload) {
    sql.deleteFrom(STAGED_ROW).where(STAGED_ROW.UPLOAD_ID.eq(upload)).execute();
    sql.deleteFrom(ROW_PROBLEM).where(ROW_PROBLEM.UPLOAD_ID.eq(upload)).execute();
    sql.deleteFrom(ROW_CHANGE).where(ROW_CHANGE.UPLOAD_ID.eq(upload)).execute();
  }

  /// One row with a problem or a notice.
  record Problem(
      int sheetRow,
      String column,
      String value,
      String messageKey,
      List<String> arguments,
      boolean notice) {}

  List<Problem> problems(UUID upload, int after, int most) {
    return sql.selectFrom(ROW_PROBLEM)
        .where(ROW_PROBLEM.UPLOAD_ID.eq(upload))
        .and(ROW_PROBLEM.SHEET_ROW.gt(after))
        .orderBy(ROW_PROBLEM.SHEET_ROW, ROW_PROBLEM.ID)
        .limit(most)
        .fetch(row ->
            new Problem(
                row.getSheetRow(),
                row.getColumnName(),
                row.getValue(),
                row.getMessageKey(),
                List.of(row.getArguments()),
                row.getNotice()));
  }

  /// One change that acceptance makes, or has made.
  record Change(@Nullable Integer sheetRow, String change, String label, String detail) {}

  List<Change> changes(UUID upload, String change, int most) {
    Condition wanted = ROW_CHANGE.UPLOAD_ID.eq(upload).and(ROW_CHANGE.CHANGE.eq(change));
    return sql.select(ROW_CHANGE.SHEET_ROW, ROW_CHANGE.CHANGE, ROW_CHANGE.LABEL, ROW_CHANGE.DETAIL)
        .from(ROW_CHANGE)
        .where(wanted)
        .orderBy(ROW_CHANGE.SHEET_ROW, ROW_CHANGE.LABEL, ROW_CHANGE.NUMBER)
        .limit(most)
        .fetch(row -> new Change(row.value1(), row.value2(), row.value3(), row.value4()));
  }

  private static UUID tenant() {
    return Acting.current().tenant().value();
  }
}

package se.tillit.indicator;

import static org.jooq.impl.DSL.asterisk;
import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;
import static se.tillit.schema.indicator.Tables.FIGURE;
import static se.tillit.schema.indicator.Tables.FRESHNESS;
import static se.tillit.schema.indicator.Tables.MEASUREMENT;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import se.tillit.kernel.Acting;

/// Rows of figures, and the records behind them.
@Component
class FigureStore {

  private static final Field<UUID> BODY = field(name("r", "body_id"), UUID.class);
  private static final Field<UUID> UNIT = field(name("r", "unit_id"), UUID.class);
  private static final Field<UUID> RECORD = field(name("r", "record_id"), UUID.class);
  private static final Field<String> LABEL = field(name("r", "label"), String.class);
  private static final Field<Boolean> MET = field(name("r", "met"), Boolean.class);
  private static final Field<String> REMEDY = field(name("r", "remedy"), String.class);
  private static final Field<UUID> PERSON = field(name("r", "person_id"), UUID.class);
  private static final Field<UUID> CLAUSE = field(name("r", "clause_id"), UUID.class);
  private static final Field<UUID> NO_CLAUSE = castNull(SQLDataType.UUID).as("clause_id");
  private static final Field<String> PATH = field(name("r", "path"), String.class);

  private final DSLContext sql;

  FigureStore(DSLContext sql) {
    this.sql = sql;
  }

  /// Of which day an indicator's figures are, and up to which entry of the trail.
  record Freshness(LocalDate day, long trailEntry) {}

  Map<String, Freshness> freshness() {
    return sql.select(FRESHNESS.INDICATOR, FRESHNESS.DAY, FRESHNESS.TRAIL_ENTRY)
        .from(FRESHNESS)
        .fetchMap(FRESHNESS.INDICATOR, it -> new Freshness(it.value2(), it.value3()));
  }

  /// One computes at a time; whoever waits finds the work done.
  void lockTenant() {
    sql.query(
            "select pg_advisory_xact_lock(hashtextextended('indicator ' || {0}, 0))",
            tenant().toString())
        .execute();
  }

  void compute(Indicator indicator, LocalDate day) {
    String key = indicator.key();
    sql.deleteFrom(FIGURE).where(FIGURE.INDICATOR.eq(key)).and(FIGURE.DAY.eq(day)).execute();
    sql.insertInto(FIGURE)
        .columns(
            FIGURE.TENANT_ID,
            FIGURE.INDICATOR,
            FIGURE.DAY,
            FIGURE.BODY_ID,
            FIGURE.UNIT_ID,
            FIGURE.CLAUSE_ID,
            FIGURE.MET,
            FIGURE.TOTAL)
        .select(
            select(
                    val(tenant()),
                    val(key),
                    val(day),
                    BODY,
                    UNIT,
                    CLAUSE,
                    count().filterWhere(MET),
                    count())
                .from(table(indicator))
                .groupBy(BODY, UNIT, CLAUSE))
        .execute();
    sumUp(key, day);
  }

  private void sumUp(String key, LocalDate day) {
    Field<Integer> met = sum(FIGURE.MET).cast(SQLDataType.INTEGER);
    Field<Integer> total = sum(FIGURE.TOTAL).cast(SQLDataType.INTEGER);
    sql.deleteFrom(MEASUREMENT)
        .where(MEASUREMENT.INDICATOR.eq(key))
        .and(MEASUREMENT.DAY.eq(day))
        .execute();
    sql.insertInto(MEASUREMENT)
        .columns(
            MEASUREMENT.TENANT_ID,
            MEASUREMENT.INDICATOR,
            MEASUREMENT.DAY,
            MEASUREMENT.MET,
            MEASUREMENT.TOTAL)
        .select(
            select(val(tenant()), val(key), val(day), coalesce(met, 0), coalesce(total, 0))
                .from(FIGURE)
                .where(FIGURE.INDICATOR.eq(key))
                .and(FIGURE.DAY.eq(day)))
        .execute();
  }

  void mark(String key, LocalDate day, long entry) {
    sql.insertInto(FRESHNESS)
        .set(FRESHNESS.TENANT_ID, tenant())
        .set(FRESHNESS.INDICATOR, key)
        .set(FRESHNESS.DAY, day)
        .set(FRESHNESS.TRAIL_ENTRY, entry)
        .onConflict(FRESHNESS.TENANT_ID, FRESHNESS.INDICATOR)
        .doUpdate()
        .set(FRESHNESS.DAY, day)
        .set(FRESHNESS.TRAIL_ENTRY, entry)
        .execute();
  }

  List<Figures.Behind> behind(Indicator indicator, Figures.Reach reach, Figures.Window window) {
    return sql.select(BODY, UNIT, RECORD, LABEL, MET, REMEDY, PERSON, PATH)
        .from(table(indicator))
        .where(reach.of(BODY, UNIT))
        .and(window.unmetOnly() ? not(MET) : noCondition())
        .and(window.clause() == null ? noCondition() : CLAUSE.eq(window.clause()))
        .orderBy(MET, LABEL, RECORD)
        .limit(window.limit())
        .offset(window.offset())
        .fetch(Records.mapping(Figures.Behind::new));
  }

  private static Table<?> table(Indicator indicator) {
    return indicator instanceof ClauseIndicator told
        ? named(told.recordsByClause())
        : select(asterisk(), NO_CLAUSE).from(named(indicator.records())).asTable("r");
  }

  /// The columns of records by the names that they go by.
  static Table<?> named(Select<?> records) {
    return records.asTable(
        "r",
        Stream.of(
                "body_id",
                "unit_id",
                "record_id",
                "label",
                "met",
                "remedy",
                "person_id",
                "path",
                "clause_id")
            .limit(records.getSelect().size())
            .toArray(String[]::new));
  }

  private static UUID tenant() {
    return Acting.current().tenant().value();
  }
}

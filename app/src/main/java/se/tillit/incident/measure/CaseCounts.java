package se.tillit.incident.measure;

import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static se.tillit.schema.asset.Tables.CURRENT_ASSET;
import static se.tillit.schema.incident.Tables.AFFECTED_ASSET;
import static se.tillit.schema.incident.Tables.KNOWN_TERM;
import static se.tillit.schema.incident.Tables.PUBLISHED_INCIDENT;
import static se.tillit.schema.organisation.Tables.CURRENT_ASSIGNMENT;
import static se.tillit.schema.organisation.Tables.CURRENT_BODY;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.identity.Scope;
import se.tillit.schema.kernel.Routines;

/// Counts of cases, one statement each; every one of them reads the published view alone, where no
/// exercise is.
@Component
class CaseCounts {

  private final DSLContext sql;

  CaseCounts(DSLContext sql) {
    this.sql = sql;
  }

  /// Whose cases: all that a viewer reaches, or those of one body.
  record Whose(Scope scope, @Nullable UUID body) {}

  /// Cases of a month with the same body, kind, cause and certainty.
  record Cell(
      YearMonth month,
      @Nullable UUID body,
      @Nullable String kind,
      @Nullable String cause,
      String certainty,
      long count) {}

  /// Days to closure: their median and how many.
  record Median(@Nullable Double days, int closed) {}

  /// Cases that have happened, and those among them whose information had no valid class.
  record Struck(int all, int unknown) {}

  List<Cell> cells(Whose whose, Span span) {
    var i = PUBLISHED_INCIDENT;
    Field<LocalDate> month =
        field(
            "date_trunc('month', {0} at time zone 'Europe/Stockholm')::date",
            SQLDataType.LOCALDATE, i.REPORTED_AT);
    return sql.select(month, i.BODY_ID, i.KIND, i.CAUSE, i.CERTAINTY, count())
        .from(i)
        .where(within(whose))
        .and(reported(span))
        .groupBy(month, i.BODY_ID, i.KIND, i.CAUSE, i.CERTAINTY)
        .fetch(row ->
            new Cell(
                YearMonth.from(row.value1()),
                row.value2(),
                row.value3(),
                row.value4(),
                row.value5(),
                row.value6()));
  }

  Median median(Whose whose, Span span) {
    var i = PUBLISHED_INCIDENT;
    Field<Double> days =
        field(
            "percentile_cont(0.5) within group (order by extract(epoch from {0} - {1})) / 86400",
            SQLDataType.DOUBLE, i.CLOSED_AT, i.REPORTED_AT);
    return sql.select(days, count())
        .from(i)
        .where(within(whose))
        .and(i.DUPLICATE_OF.isNull())
        .and(i.CLOSED_AT.ge(span.start()))
        .and(i.CLOSED_AT.lt(span.end()))
        .fetchSingle(Records.mapping(Median::new));
  }

  /// Known or suspected cases none of whose information has a class that is valid today.
  Struck struck(Whose whose, Span span) {
    var i = PUBLISHED_INCIDENT;
    Condition unknown =
        notExists(
            selectOne()
                .from(AFFECTED_ASSET)
                .join(CURRENT_ASSET)
                .on(CURRENT_ASSET.TENANT_ID.eq(AFFECTED_ASSET.TENANT_ID))
                .and(CURRENT_ASSET.ASSET_ID.eq(AFFECTED_ASSET.ASSET_ID))
                .where(AFFECTED_ASSET.TENANT_ID.eq(i.TENANT_ID))
                .and(AFFECTED_ASSET.INCIDENT_ID.eq(i.INCIDENT_ID))
                .and(CURRENT_ASSET.CLASS_UNTIL.ge(Routines.today())));
    return sql.select(count(), count().filterWhere(unknown))
        .from(i)
        .where(within(whose))
        .and(reported(span))
        .and(i.CERTAINTY.ne(inline("RISK")))
        .fetchSingle(Records.mapping(Struck::new));
  }

  int employees(Whose whose) {
    var a = CURRENT_ASSIGNMENT;
    Scope scope = whose.scope();
    Condition here = whose.body() == null ? noCondition() : CURRENT_UNIT.BODY_ID.eq(whose.body());
    return sql.select(countDistinct(a.PERSON_ID))
        .from(a)
        .join(CURRENT_UNIT)
        .on(CURRENT_UNIT.UNIT_ID.eq(a.UNIT_ID))
        .where(a.KIND.in("employee", "manager"))
        .and(here)
        .and(
            scope.everything()
                ? noCondition()
                : scope.covers(CURRENT_UNIT.UNIT_ID).or(scope.coversBody(CURRENT_UNIT.BODY_ID)))
        .fetchSingle()
        .value1();
  }

  @Transactional(readOnly = true)
  Map<UUID, String> bodies(Scope scope) {
    Condition seen =
        scope.everything()
            ? noCondition()
            : scope
                .coversBody(CURRENT_BODY.BODY_ID)
                .or(
                    CURRENT_BODY.BODY_ID.in(
                        org.jooq
                            .impl
                            .DSL
                            .select(CURRENT_UNIT.BODY_ID)
                            .from(CURRENT_UNIT)
                            .where(scope.covers(CURRENT_UNIT.UNIT_ID))));
    return sql.select(CURRENT_BODY.BODY_ID, CURRENT_BODY.NAME)
        .from(CURRENT_BODY)
        .where(CURRENT_BODY.KIND.notIn("auditors", "management_group"))
        .and(seen)
        .orderBy(CURRENT_BODY.NAME, CURRENT_BODY.BODY_ID)
        .fetchMap(CURRENT_BODY.BODY_ID, CURRENT_BODY.NAME);
  }

  /// The tenant's own names of kinds and causes, by `kind.key`.
  Map<String, String> ownNames() {
    var names = new HashMap<String, String>();
    sql.select(KNOWN_TERM.LIST, KNOWN_TERM.KEY, KNOWN_TERM.NAME)
        .from(KNOWN_TERM)
        .where(KNOWN_TERM.NAME.ne(""))
        .forEach(row -> names.put(row.value1() + "." + row.value2(), row.value3()));
    return names;
  }

  private static Condition within(Whose whose) {
    var i = PUBLISHED_INCIDENT;
    Scope scope = whose.scope();
    Condition seen =
        scope.everything()
            ? noCondition()
            : scope.covers(i.UNIT_ID).or(scope.coversBody(i.BODY_ID));
    return whose.body() == null ? seen : and(seen, i.BODY_ID.eq(whose.body()));
  }

  private static Condition reported(Span span) {
    var i = PUBLISHED_INCIDENT;
    return i.REPORTED_AT
        .ge(span.start())
        .and(i.REPORTED_AT.lt(span.end()))
        .and(i.DUPLICATE_OF.isNull());
  }
}

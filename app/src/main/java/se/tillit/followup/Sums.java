package se.tillit.followup;

import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static se.tillit.schema.indicator.Tables.KEPT_FIGURE;
import static se.tillit.schema.indicator.Tables.MONTH_MEASUREMENT;
import static se.tillit.schema.organisation.Tables.DATED_UNIT;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tillit.web.chart.Share;

/// What indicators add up to: within a reach or for each body, on a day and month by month.
@Component
class Sums {

  private final DSLContext sql;

  Sums(DSLContext sql) {
    this.sql = sql;
  }

  /// Each indicator's sum on the day looked at.
  Shares of(Reach reach) {
    var shares = new Shares();
    sql.select(
            FigureRows.INDICATOR,
            FigureRows.CLAUSE,
            FigureRows.total(FigureRows.MET),
            FigureRows.total(FigureRows.TOTAL))
        .from(FigureRows.of(reach.day()))
        .where(reach.of(FigureRows.BODY, FigureRows.UNIT))
        .groupBy(FigureRows.INDICATOR, FigureRows.CLAUSE)
        .forEach(it -> shares.add(it.value1(), it.value2(), share(it.value3(), it.value4())));
    return shares;
  }

  /// Sums of every body, and of the whole.
  record ByBody<S>(S whole, Map<UUID, S> bodies) {

    S of(@Nullable UUID body, S otherwise) {
      return body == null ? whole : bodies.getOrDefault(body, otherwise);
    }
  }

  /// The same for every body at once.
  ///
  /// @param day null for now
  ByBody<Shares> byBody(@Nullable LocalDate day) {
    var u = DATED_UNIT;
    Field<UUID> body = coalesce(u.BODY_ID, FigureRows.BODY);
    var sums = new ByBody<>(new Shares(), new HashMap<UUID, Shares>());
    sql.select(
            body,
            FigureRows.INDICATOR,
            FigureRows.CLAUSE,
            FigureRows.total(FigureRows.MET),
            FigureRows.total(FigureRows.TOTAL))
        .from(FigureRows.of(day))
        .leftJoin(u)
        .on(u.UNIT_ID.eq(FigureRows.UNIT))
        .and(Reach.WHOLE.on(day).stood(u))
        .groupBy(body, FigureRows.INDICATOR, FigureRows.CLAUSE)
        .forEach(it -> {
          Share share = share(it.value4(), it.value5());
          sums.whole().add(it.value2(), it.value3(), share);
          if (it.value1() != null) {
            sums.bodies()
                .computeIfAbsent(it.value1(), key -> new Shares())
                .add(it.value2(), it.value3(), share);
          }
        });
    return sums;
  }

  /// Each indicator's sum on the last day kept of each month since the first.
  Map<YearMonth, Shares> monthly(Reach reach, Collection<String> indicators, YearMonth first) {
    return reach.isWhole()
        ? wholeMonthly(indicators, first)
        : partMonthly(reach, indicators, first);
  }

  private Map<YearMonth, Shares> wholeMonthly(Collection<String> indicators, YearMonth first) {
    var m = MONTH_MEASUREMENT;
    var f = KEPT_FIGURE;
    Map<YearMonth, Shares> months = new TreeMap<>();
    sql.select(
            m.MONTH,
            m.INDICATOR,
            castNull(SQLDataType.UUID),
            m.MET.cast(SQLDataType.NUMERIC),
            m.TOTAL.cast(SQLDataType.NUMERIC))
        .from(m)
        .where(m.INDICATOR.in(indicators))
        .and(m.MONTH.ge(first.atDay(1)))
        .unionAll(
            select(
                    m.MONTH,
                    m.INDICATOR,
                    f.CLAUSE_ID,
                    FigureRows.total(f.MET),
                    FigureRows.total(f.TOTAL))
                .from(m)
                .join(f)
                .on(f.INDICATOR.eq(m.INDICATOR))
                .and(f.DAY.eq(m.DAY))
                .where(f.CLAUSE_ID.isNotNull())
                .and(m.INDICATOR.in(indicators))
                .and(m.MONTH.ge(first.atDay(1)))
                .groupBy(m.MONTH, m.INDICATOR, f.CLAUSE_ID))
        .forEach(it -> {
          Shares shares = in(months, it.value1());
          Share share = share(it.value4(), it.value5());
          if (it.value3() == null) {
            shares.add(it.value2(), null, share);
          } else {
            shares.ofClause(it.value2(), it.value3(), share);
          }
        });
    return months;
  }

  private Map<YearMonth, Shares> partMonthly(
      Reach reach, Collection<String> indicators, YearMonth first) {
    var m = MONTH_MEASUREMENT;
    var f = KEPT_FIGURE;
    Map<YearMonth, Shares> months = new TreeMap<>();
    var days = selectDistinct(m.DAY).from(m).where(m.MONTH.ge(first.atDay(1))).asTable("days");
    sql.select(
            m.MONTH, m.INDICATOR, f.CLAUSE_ID, FigureRows.total(f.MET), FigureRows.total(f.TOTAL))
        .from(m)
        .join(f)
        .on(f.INDICATOR.eq(m.INDICATOR))
        .and(f.DAY.eq(m.DAY))
        .where(m.INDICATOR.in(indicators))
        .and(m.MONTH.ge(first.atDay(1)))
        .and(reach.of(f.BODY_ID, f.UNIT_ID, f.DAY, days))
        .groupBy(m.MONTH, m.INDICATOR, f.CLAUSE_ID)
        .forEach(it ->
            in(months, it.value1()).add(it.value2(), it.value3(), share(it.value4(), it.value5())));
    return months;
  }

  /// The same for every body at once.
  ByBody<Map<YearMonth, Shares>> monthlyByBody(Collection<String> indicators, YearMonth first) {
    var m = MONTH_MEASUREMENT;
    var f = KEPT_FIGURE;
    var u = DATED_UNIT;
    Field<UUID> body = coalesce(u.BODY_ID, f.BODY_ID);
    var sums =
        new ByBody<>(wholeMonthly(indicators, first), new HashMap<UUID, Map<YearMonth, Shares>>());
    sql.select(
            body,
            m.MONTH,
            m.INDICATOR,
            f.CLAUSE_ID,
            FigureRows.total(f.MET),
            FigureRows.total(f.TOTAL))
        .from(m)
        .join(f)
        .on(f.INDICATOR.eq(m.INDICATOR))
        .and(f.DAY.eq(m.DAY))
        .leftJoin(u)
        .on(u.UNIT_ID.eq(f.UNIT_ID))
        .and(Reach.stood(u.FROM_DAY, u.TO_DAY, f.DAY))
        .where(m.INDICATOR.in(indicators))
        .and(m.MONTH.ge(first.atDay(1)))
        .groupBy(body, m.MONTH, m.INDICATOR, f.CLAUSE_ID)
        .having(body.isNotNull())
        .forEach(it ->
            in(sums.bodies().computeIfAbsent(it.value1(), key -> new TreeMap<>()), it.value2())
                .add(it.value3(), it.value4(), share(it.value5(), it.value6())));
    return sums;
  }

  private static Shares in(Map<YearMonth, Shares> months, LocalDate month) {
    return months.computeIfAbsent(YearMonth.from(month), key -> new Shares());
  }

  static List<YearMonth> year(YearMonth last) {
    return IntStream.rangeClosed(-11, 0).mapToObj(last::plusMonths).toList();
  }

  private static Share share(BigDecimal met, BigDecimal total) {
    return new Share(met.longValue(), total.longValue());
  }
}

package se.tillit.followup;

import static org.jooq.impl.DSL.selectDistinct;
import static se.tillit.schema.indicator.Tables.KEPT_FIGURE;
import static se.tillit.schema.indicator.Tables.MONTH_MEASUREMENT;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import se.tillit.web.chart.Share;

/// What indicators add up to within a reach: on its day, and month by month.
@Component
class Sums {

  private final DSLContext sql;

  Sums(DSLContext sql) {
    this.sql = sql;
  }

  /// Each indicator's sum on the day looked at.
  Map<String, Share> of(Reach reach) {
    return sql.select(
            FigureRows.INDICATOR,
            FigureRows.total(FigureRows.MET),
            FigureRows.total(FigureRows.TOTAL))
        .from(FigureRows.of(reach.day()))
        .where(reach.of(FigureRows.BODY, FigureRows.UNIT))
        .groupBy(FigureRows.INDICATOR)
        .fetchMap(FigureRows.INDICATOR, it -> share(it.value2(), it.value3()));
  }

  /// Each indicator's sum on the last day kept of each month since the first.
  Map<String, Map<YearMonth, Share>> monthly(
      Reach reach, Collection<String> indicators, YearMonth first) {
    return reach.isWhole()
        ? wholeMonthly(indicators, first)
        : partMonthly(reach, indicators, first);
  }

  private Map<String, Map<YearMonth, Share>> wholeMonthly(
      Collection<String> indicators, YearMonth first) {
    var m = MONTH_MEASUREMENT;
    Map<String, Map<YearMonth, Share>> months = new HashMap<>();
    sql.select(m.INDICATOR, m.MONTH, m.MET, m.TOTAL)
        .from(m)
        .where(m.INDICATOR.in(indicators))
        .and(m.MONTH.ge(first.atDay(1)))
        .forEach(it ->
            months
                .computeIfAbsent(it.value1(), key -> new TreeMap<>())
                .put(YearMonth.from(it.value2()), new Share(it.value3(), it.value4())));
    return months;
  }

  private Map<String, Map<YearMonth, Share>> partMonthly(
      Reach reach, Collection<String> indicators, YearMonth first) {
    var m = MONTH_MEASUREMENT;
    var f = KEPT_FIGURE;
    var days = selectDistinct(m.DAY).from(m).where(m.MONTH.ge(first.atDay(1))).asTable("days");
    Map<String, Map<YearMonth, Share>> months = new HashMap<>();
    sql.select(m.INDICATOR, m.MONTH, FigureRows.total(f.MET), FigureRows.total(f.TOTAL))
        .from(m)
        .join(f)
        .on(f.INDICATOR.eq(m.INDICATOR))
        .and(f.DAY.eq(m.DAY))
        .where(m.INDICATOR.in(indicators))
        .and(m.MONTH.ge(first.atDay(1)))
        .and(reach.of(f.BODY_ID, f.UNIT_ID, f.DAY, days))
        .groupBy(m.INDICATOR, m.MONTH)
        .forEach(it ->
            months
                .computeIfAbsent(it.value1(), key -> new TreeMap<>())
                .put(YearMonth.from(it.value2()), share(it.value3(), it.value4())));
    return months;
  }

  static List<YearMonth> year(YearMonth last) {
    return IntStream.rangeClosed(-11, 0).mapToObj(last::plusMonths).toList();
  }

  private static Share share(BigDecimal met, BigDecimal total) {
    return new Share(met.longValue(), total.longValue());
  }
}

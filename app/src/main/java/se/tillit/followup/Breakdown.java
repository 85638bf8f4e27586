package se.tillit.followup;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static se.tillit.schema.governingdocument.Tables.CLAUSE_BINDING_IN_FORCE;
import static se.tillit.schema.organisation.Tables.CURRENT_BODY;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT;
import static se.tillit.schema.organisation.Tables.DATED_UNIT;
import static se.tillit.schema.organisation.Tables.DATED_UNIT_ANCESTOR;
import static se.tillit.schema.organisation.Tables.PERSON_NAME;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.indicator.Figures;
import se.tillit.kernel.Sweden;
import se.tillit.web.Words;
import se.tillit.web.chart.Share;
import se.tillit.web.chart.TrendLine;

/// One figure, part by part of the organisation.
@Component
class Breakdown {

  private static final int TARGET = 90;
  private static final int AT_RISK = 70;
  private static final Field<BigDecimal> MET = FigureRows.total(FigureRows.MET);
  private static final Field<BigDecimal> TOTAL = FigureRows.total(FigureRows.TOTAL);

  private final DSLContext sql;
  private final Sums sums;
  private final Clock clock;

  Breakdown(DSLContext sql, Sums sums, Clock clock) {
    this.sql = sql;
    this.sums = sums;
    this.clock = clock;
  }

  /// Which figure is opened, and of which clause where the indicator tells clauses apart.
  record Told(String key, @Nullable UUID clause, Reach reach) {

    /// The end of an address that tells the same of another part.
    String query(Reach part) {
      return Reach.within(part.query(), clause);
    }

    Condition rows() {
      Condition figure = FigureRows.INDICATOR.eq(key);
      return clause == null ? figure : figure.and(FigureRows.CLAUSE.eq(clause));
    }
  }

  @Transactional(readOnly = true)
  ShownFigure figure(Told told, Words words, String href) {
    Tally asked = asked(told);
    Reach reach = told.reach();
    Shares today = sums.of(reach);
    Share share = today.of(told.key(), told.clause());
    YearMonth now = reach.lastMonth(Sweden.today(clock));
    Map<YearMonth, Shares> kept = sums.monthly(reach, List.of(told.key()), now.minusMonths(11));
    List<TrendLine.Month> months =
        ConformanceQuery.months(told.key(), told.clause(), today, kept, now);
    Tally tally = new Tally(share.met(), share.total(), asked.target(), asked.atRisk());
    return new ShownFigure(told.key(), ShownFigure.title(told.key(), words), tally, months, href);
  }

  // What the strictest clause in force asks of the indicator; a common measure where none asks.
  private Tally asked(Told told) {
    var b = CLAUSE_BINDING_IN_FORCE;
    var found =
        sql.select(max(b.TARGET), max(b.AT_RISK))
            .from(b)
            .where(b.INDICATOR.eq(told.key()))
            .and(told.clause() == null ? noCondition() : b.CLAUSE_ID.eq(told.clause()))
            .fetchSingle();
    return found.value1() == null
        ? new Tally(0, 0, TARGET, AT_RISK)
        : new Tally(0, 0, found.value1(), found.value2());
  }

  /// The bodies of the whole, the top units of a body, the units right below a unit.
  @Transactional(readOnly = true)
  List<PartRow> parts(Told told, Words words) {
    Tally asked = asked(told);
    List<PartRow> parts =
        told.reach().body() == null && told.reach().unit() == null
            ? bodies(told, asked)
            : units(told, asked);
    return parts.stream()
        .sorted(Comparator.comparing(PartRow::name, words.alphabetical()))
        .toList();
  }

  private List<PartRow> bodies(Told told, Tally asked) {
    Reach reach = told.reach();
    var u = DATED_UNIT;
    Field<UUID> body = coalesce(u.BODY_ID, FigureRows.BODY);
    return sql.select(CURRENT_BODY.BODY_ID, CURRENT_BODY.NAME, MET, TOTAL)
        .from(FigureRows.of(reach.day()))
        .leftJoin(u)
        .on(u.UNIT_ID.eq(FigureRows.UNIT))
        .and(reach.stood(u))
        .join(CURRENT_BODY)
        .on(CURRENT_BODY.BODY_ID.eq(body))
        .where(told.rows())
        .and(reach.of(FigureRows.BODY, FigureRows.UNIT))
        .groupBy(CURRENT_BODY.BODY_ID, CURRENT_BODY.NAME)
        .fetch(it ->
            new PartRow(
                told.query(new Reach(reach.scope(), it.value1(), null, reach.day())),
                it.value2(),
                tally(it.value3(), it.value4(), asked)));
  }

  private List<PartRow> units(Told told, Tally asked) {
    Reach reach = told.reach();
    var u = DATED_UNIT;
    var a = DATED_UNIT_ANCESTOR;
    var parent = DATED_UNIT.as("parent");
    var below =
        reach.unit() != null
            ? u.PARENT_ID.eq(reach.unit())
            : u.BODY_ID.eq(Objects.requireNonNull(reach.body())).and(parent.UNIT_ID.isNull());
    return sql.select(u.UNIT_ID, u.NAME, MET, TOTAL)
        .from(u)
        .leftJoin(parent)
        .on(parent.UNIT_ID.eq(u.PARENT_ID))
        .and(parent.BODY_ID.eq(u.BODY_ID))
        .and(reach.stood(parent))
        .join(a)
        .on(a.ANCESTOR_ID.eq(u.UNIT_ID))
        .and(reach.stood(a))
        .join(FigureRows.of(reach.day()))
        .on(FigureRows.UNIT.eq(a.UNIT_ID))
        .and(told.rows())
        .where(below)
        .and(reach.stood(u))
        .and(reach.of(FigureRows.BODY, FigureRows.UNIT))
        .groupBy(u.UNIT_ID, u.NAME)
        .fetch(it ->
            new PartRow(
                told.query(new Reach(reach.scope(), null, it.value1(), reach.day())),
                it.value2(),
                tally(it.value3(), it.value4(), asked)));
  }

  private static Tally tally(BigDecimal met, BigDecimal total, Tally asked) {
    return new Tally(met.longValue(), total.longValue(), asked.target(), asked.atRisk());
  }

  /// What the places and people of records are called.
  record Names(Map<UUID, String> places, Map<UUID, String> people) {

    String place(Figures.Behind it) {
      UUID id = it.unit() == null ? it.body() : it.unit();
      return id == null ? "" : places.getOrDefault(id, "");
    }

    @Nullable String person(Figures.Behind it) {
      return it.person() == null ? null : people.get(it.person());
    }
  }

  @Transactional(readOnly = true)
  Names names(List<Figures.Behind> behind) {
    List<UUID> units =
        behind.stream().map(Figures.Behind::unit).filter(Objects::nonNull).distinct().toList();
    List<UUID> bodies =
        behind.stream().map(Figures.Behind::body).filter(Objects::nonNull).distinct().toList();
    List<UUID> people =
        behind.stream().map(Figures.Behind::person).filter(Objects::nonNull).distinct().toList();
    Map<UUID, String> places =
        sql.select(CURRENT_UNIT.UNIT_ID, CURRENT_UNIT.NAME)
            .from(CURRENT_UNIT)
            .where(CURRENT_UNIT.UNIT_ID.in(units))
            .unionAll(
                select(CURRENT_BODY.BODY_ID, CURRENT_BODY.NAME)
                    .from(CURRENT_BODY)
                    .where(CURRENT_BODY.BODY_ID.in(bodies)))
            .fetchMap(CURRENT_UNIT.UNIT_ID, CURRENT_UNIT.NAME);
    return new Names(
        places,
        sql.select(PERSON_NAME.PERSON_ID, PERSON_NAME.NAME)
            .from(PERSON_NAME)
            .where(PERSON_NAME.PERSON_ID.in(people))
            .fetchMap(PERSON_NAME.PERSON_ID, PERSON_NAME.NAME));
  }
}

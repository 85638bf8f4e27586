package se.tillit.followup;

import static se.tillit.schema.governingdocument.Tables.DATED_CLAUSE;
import static se.tillit.schema.governingdocument.Tables.DATED_CLAUSE_BINDING;
import static se.tillit.schema.governingdocument.Tables.DATED_DOCUMENT;
import static se.tillit.schema.organisation.Tables.CURRENT_BODY;

import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.followup.Conformance.Adopted;
import se.tillit.followup.Conformance.Clause;
import se.tillit.followup.Conformance.Figure;
import se.tillit.followup.Conformance.Section;
import se.tillit.kernel.Sweden;
import se.tillit.web.chart.Share;
import se.tillit.web.chart.TrendLine;

/// Reads how the documents in force are kept within a reach.
@Component
class ConformanceQuery {

  private final DSLContext sql;
  private final Sums sums;
  private final Clock clock;

  ConformanceQuery(DSLContext sql, Sums sums, Clock clock) {
    this.sql = sql;
    this.sums = sums;
    this.clock = clock;
  }

  /// An indicator that a clause is bound to, with what is asked of it.
  record Binding(UUID clause, String indicator, int target, int atRisk) {}

  /// The documents in force on the day looked at, policies first.
  @Transactional(readOnly = true)
  List<Adopted> documents(Reach reach) {
    var d = DATED_DOCUMENT;
    return sql.select(
            d.DOCUMENT_ID,
            d.TITLE,
            d.LEVEL,
            d.FROM_DAY,
            d.ADOPTED_DAY,
            CURRENT_BODY.NAME,
            d.ADOPTED_PARAGRAPH,
            d.REVISION_DAY)
        .from(d)
        .leftJoin(CURRENT_BODY)
        .on(CURRENT_BODY.BODY_ID.eq(d.ADOPTED_BY))
        .where(reach.stood(d.FROM_DAY, d.TO_DAY))
        .orderBy(DSL.case_(d.LEVEL).when("policy", 0).when("provision", 1).otherwise(2), d.TITLE)
        .fetch(Records.mapping(Adopted::new));
  }

  @Transactional(readOnly = true)
  Conformance of(Adopted document, Reach reach) {
    Text text = text(document, reach);
    YearMonth now = reach.lastMonth(Sweden.today(clock));
    return text.told(
        sums.of(reach), sums.monthly(reach, text.indicators(), now.minusMonths(11)), now);
  }

  /// A document as it reads, with what its clauses are bound to: the same for every body.
  record Text(Conformance unmeasured, List<Binding> bindings) {

    Set<String> indicators() {
      Set<String> keys = new TreeSet<>();
      bindings.forEach(binding -> keys.add(binding.indicator()));
      return keys;
    }

    Conformance told(Shares today, Map<YearMonth, Shares> months, YearMonth now) {
      Map<UUID, List<Figure>> figures = new HashMap<>();
      for (Binding binding : bindings) {
        String key = binding.indicator();
        UUID clause = today.isByClause(key) ? binding.clause() : null;
        Share share = today.of(key, clause);
        figures
            .computeIfAbsent(binding.clause(), it -> new ArrayList<>())
            .add(
                new Figure(
                    key,
                    clause,
                    new Tally(share.met(), share.total(), binding.target(), binding.atRisk()),
                    ConformanceQuery.months(key, clause, today, months, now)));
      }
      return unmeasured.with(figures);
    }
  }

  @Transactional(readOnly = true)
  Text text(Adopted document, Reach reach) {
    return new Text(
        new Conformance(document, sections(document.id(), reach)), bindings(document.id(), reach));
  }

  /// An indicator's twelve months, the last as it stands on the day looked at.
  static List<TrendLine.Month> months(
      String indicator,
      @Nullable UUID clause,
      Shares today,
      Map<YearMonth, Shares> kept,
      YearMonth now) {
    return Sums.year(now).stream()
        .map(month ->
            new TrendLine.Month(
                month,
                (month.equals(now) ? today : kept.getOrDefault(month, Shares.NONE))
                    .of(indicator, clause)))
        .toList();
  }

  private List<Binding> bindings(UUID document, Reach reach) {
    var b = DATED_CLAUSE_BINDING;
    return sql.select(b.CLAUSE_ID, b.INDICATOR, b.TARGET, b.AT_RISK)
        .from(b)
        .where(b.DOCUMENT_ID.eq(document))
        .and(reach.stood(b.FROM_DAY, b.TO_DAY))
        .orderBy(b.INDICATOR)
        .fetch(Records.mapping(Binding::new));
  }

  private List<Section> sections(UUID document, Reach reach) {
    var c = DATED_CLAUSE;
    Map<Integer, Section> sections = new LinkedHashMap<>();
    sql.select(
            c.SECTION_POSITION,
            c.SECTION_NUMBER,
            c.SECTION_TITLE,
            c.SECTION_DEPTH,
            c.CLAUSE_ID,
            c.MARKER,
            c.LEAD_IN,
            c.TEXT,
            c.KIND,
            c.ROLE)
        .from(c)
        .where(c.DOCUMENT_ID.eq(document))
        .and(reach.stood(c.FROM_DAY, c.TO_DAY))
        .and(c.FORM.ne("CONTENTS"))
        .orderBy(c.POSITION)
        .forEach(it ->
            sections
                .computeIfAbsent(
                    it.value1(),
                    key -> new Section(it.value2(), it.value3(), it.value4(), new ArrayList<>()))
                .clauses()
                .add(
                    new Clause(
                        it.value5(),
                        it.value6(),
                        it.value7(),
                        it.value8(),
                        Set.of("DEMAND", "ROLE_DUTY").contains(it.value9()),
                        it.value10(),
                        List.of())));
    return List.copyOf(sections.values());
  }
}

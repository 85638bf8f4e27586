package se.tillit.followup;

import static org.jooq.impl.DSL.count;
import static se.tillit.schema.followup.Tables.REPORT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.springframework.stereotype.Component;
import se.tillit.improvement.AgendaPoint;
import se.tillit.improvement.ReviewInput;
import se.tillit.web.State;

/// What conformance and reports tell a management review (ISO/IEC 27001 clause 9.3.2 d): how the
/// policy is kept, and which boards have been told.
@Component
class ConformanceReview implements ReviewInput {

  private static final String KEY = "followup.review.line.";

  private final DSLContext sql;
  private final ConformanceQuery conformance;

  ConformanceReview(DSLContext sql, ConformanceQuery conformance) {
    this.sql = sql;
    this.conformance = conformance;
  }

  private record Reports(int made, int delivered, int handled) {}

  @Override
  public List<Line> lines(LocalDate from, LocalDate to) {
    var lines = new ArrayList<Line>();
    conformance.documents(Reach.WHOLE).stream()
        .filter(it -> it.level().equals("policy"))
        .map(it -> conformance.of(it, Reach.WHOLE))
        .forEach(it -> lines.add(policy(it)));
    lines.add(reports(from, to));
    return lines;
  }

  private static Line policy(Conformance policy) {
    return Line.of(
        AgendaPoint.MEASUREMENTS,
        "/conformance",
        KEY + "policy",
        policy.document().title(),
        policy.demandCount(),
        policy.count(State.KEPT),
        policy.count(State.NOT_KEPT) + policy.count(State.AT_RISK),
        policy.count(State.NOT_MEASURED));
  }

  /// Reports that were delivered in the time that is reviewed, and what became of them.
  private Line reports(LocalDate from, LocalDate to) {
    Reports sum =
        sql.select(
                count(),
                count().filterWhere(REPORT.DELIVERED_DAY.between(from, to)),
                count().filterWhere(REPORT.HANDLED_DAY.between(from, to)))
            .from(REPORT)
            .where(REPORT.STATE.in("draft", "frozen"))
            .or(REPORT.DELIVERED_DAY.between(from, to))
            .fetchSingle(Records.mapping(Reports::new));
    return Line.of(
        AgendaPoint.FEEDBACK,
        "/reports",
        KEY + "reports",
        sum.delivered(),
        sum.handled(),
        sum.made() - sum.delivered());
  }
}

package se.tillit.followup;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static se.tillit.schema.followup.Tables.REPORT;
import static se.tillit.schema.followup.Tables.REPORT_OCCURRENCE;
import static se.tillit.schema.organisation.Tables.CURRENT_BODY;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.followup.ReportStore.Recipient;
import se.tillit.identity.Scope;
import se.tillit.kernel.Sweden;
import se.tillit.schema.followup.tables.ReportOccurrence;

/// Reads which reports the documents in force ask for, and how far each round has come (K-4.1.7c,
/// M-4a).
@Component
class ReportRounds {

  private static final int AHEAD_MONTHS = 14;
  private static final int BACK_MONTHS = 12;

  private final DSLContext sql;
  private final Clock clock;

  ReportRounds(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /// The report of an occurrence, where it has been drafted.
  static Condition reportOf(ReportOccurrence o) {
    return REPORT
        .TENANT_ID
        .eq(o.TENANT_ID)
        .and(REPORT.BODY_ID.eq(o.BODY_ID))
        .and(REPORT.KIND.eq(o.KIND))
        .and(REPORT.PERIOD.eq(o.PERIOD))
        .and(REPORT.PART.eq(o.PART))
        .and(REPORT.EVERY_MONTHS.eq(o.EVERY_MONTHS));
  }

  /// The rounds of the last year that are not done, and those to come in the next, the nearest
  /// first.
  @Transactional(readOnly = true)
  List<ReportRound> near(Scope scope) {
    var o = REPORT_OCCURRENCE;
    LocalDate today = Sweden.today(clock);
    return sql.select(
            o.KIND,
            o.PERIOD,
            o.PART,
            o.EVERY_MONTHS,
            min(o.DUE_DAY),
            max(o.SETTLED_DAY),
            count(),
            count().filterWhere(REPORT.STATE.eq("draft")),
            count().filterWhere(REPORT.STATE.in("frozen", "delivered", "handled")),
            count().filterWhere(REPORT.STATE.in("delivered", "handled")),
            count().filterWhere(REPORT.STATE.eq("handled")))
        .from(o)
        .leftJoin(REPORT)
        .on(reportOf(o))
        .where(scope.coversBody(o.BODY_ID))
        .and(o.TARGET_DAY.ge(today.minusMonths(BACK_MONTHS)))
        .and(o.TARGET_DAY.lt(today.plusMonths(AHEAD_MONTHS)))
        .groupBy(o.KIND, o.PERIOD, o.PART, o.EVERY_MONTHS)
        .orderBy(min(o.DUE_DAY), o.KIND, o.PART)
        .fetch(it ->
            new ReportRound(
                new ReportPeriod(it.value1(), it.value2(), it.value3(), it.value4()),
                it.value5(),
                it.value6(),
                it.value7(),
                it.value8(),
                it.value9(),
                it.value10(),
                it.value11()));
  }

  /// Everybody who shall have a report of the round, by name.
  List<Recipient> recipients(ReportPeriod about) {
    var o = REPORT_OCCURRENCE;
    return sql.selectDistinct(CURRENT_BODY.BODY_ID, CURRENT_BODY.NAME, CURRENT_BODY.KIND)
        .from(o)
        .join(CURRENT_BODY)
        .on(CURRENT_BODY.BODY_ID.eq(o.BODY_ID))
        .where(o.KIND.eq(about.kind()))
        .and(o.PERIOD.eq(about.year()))
        .and(o.PART.eq(about.part()))
        .and(o.EVERY_MONTHS.eq(about.everyMonths()))
        .orderBy(CURRENT_BODY.NAME)
        .fetch(it -> new Recipient(it.value1(), it.value2(), it.value3()));
  }

  /// A report that a clause asked for by a day that has passed.
  record Past(ReportPeriod about, Recipient recipient, LocalDate due, LocalDate settled) {}

  /// Every report asked for from a day until today, the oldest first.
  List<Past> past(LocalDate from) {
    var o = REPORT_OCCURRENCE;
    return sql.select(
            o.KIND,
            o.PERIOD,
            o.PART,
            o.EVERY_MONTHS,
            CURRENT_BODY.BODY_ID,
            CURRENT_BODY.NAME,
            CURRENT_BODY.KIND,
            o.DUE_DAY,
            o.SETTLED_DAY)
        .from(o)
        .join(CURRENT_BODY)
        .on(CURRENT_BODY.BODY_ID.eq(o.BODY_ID))
        .where(o.TARGET_DAY.ge(from))
        .and(o.SETTLED_DAY.lt(Sweden.today(clock)))
        .orderBy(o.TARGET_DAY, CURRENT_BODY.NAME)
        .fetch(it ->
            new Past(
                new ReportPeriod(it.value1(), it.value2(), it.value3(), it.value4()),
                new Recipient(it.value5(), it.value6(), it.value7()),
                it.value8(),
                it.value9()));
  }

  /// The drafts of a round.
  List<UUID> drafts(ReportPeriod about) {
    return sql.select(REPORT.ID)
        .from(REPORT)
        .where(of(about))
        .and(REPORT.STATE.eq(ReportState.DRAFT.key()))
        .orderBy(REPORT.ID)
        .fetch(REPORT.ID);
  }

  static Condition of(ReportPeriod about) {
    return REPORT
        .KIND
        .eq(about.kind())
        .and(REPORT.PERIOD.eq(about.year()))
        .and(REPORT.PART.eq(about.part()))
        .and(REPORT.EVERY_MONTHS.eq(about.everyMonths()));
  }
}

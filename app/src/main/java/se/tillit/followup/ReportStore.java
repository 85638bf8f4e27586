package se.tillit.followup;

import static se.tillit.schema.followup.Tables.REPORT;
import static se.tillit.schema.followup.Tables.REPORT_WORDS;
import static se.tillit.schema.organisation.Tables.CURRENT_BODY;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Ids;

/// Rows of reports.
@Component
class ReportStore {

  private final DSLContext sql;
  private final Clock clock;

  ReportStore(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /// A body that reports go to.
  record Recipient(UUID id, String name, String kind) {}

  List<Recipient> recipients(Condition which) {
    return sql.select(CURRENT_BODY.BODY_ID, CURRENT_BODY.NAME, CURRENT_BODY.KIND)
        .from(CURRENT_BODY)
        .where(which)
        .orderBy(CURRENT_BODY.NAME)
        .fetch(it -> new Recipient(it.value1(), it.value2(), it.value3()));
  }

  /// Drafts a report, or finds the one that stands.
  UUID draft(String kind, UUID body, int period) {
    if (kind.equals("annual")) {
      Optional<UUID> standing =
          sql.select(REPORT.ID)
              .from(REPORT)
              .where(REPORT.KIND.eq(kind))
              .and(REPORT.BODY_ID.eq(body))
              .and(REPORT.PERIOD.eq(period))
              .fetchOptional(REPORT.ID);
      if (standing.isPresent()) {
        return standing.get();
      }
    }
    UUID id = Ids.next();
    sql.insertInto(REPORT)
        .set(REPORT.TENANT_ID, tenant())
        .set(REPORT.ID, id)
        .set(REPORT.KIND, kind)
        .set(REPORT.BODY_ID, body)
        .set(REPORT.PERIOD, period)
        .set(REPORT.CREATED_AT, clock.instant())
        .execute();
    return id;
  }

  List<Report> list(Condition which) {
    return sql.select(REPORT.asterisk(), CURRENT_BODY.NAME)
        .from(REPORT)
        .leftJoin(CURRENT_BODY)
        .on(CURRENT_BODY.BODY_ID.eq(REPORT.BODY_ID))
        .where(which)
        .orderBy(REPORT.PERIOD.desc(), CURRENT_BODY.NAME, REPORT.ID)
        .limit(500)
        .fetch(it -> report(it, Map.of()));
  }

  Optional<Report> find(UUID id) {
    Map<String, String> words =
        sql.select(REPORT_WORDS.SECTION, REPORT_WORDS.TEXT)
            .from(REPORT_WORDS)
            .where(REPORT_WORDS.REPORT_ID.eq(id))
            .fetchMap(REPORT_WORDS.SECTION, REPORT_WORDS.TEXT);
    return sql.select(REPORT.asterisk(), CURRENT_BODY.NAME)
        .from(REPORT)
        .leftJoin(CURRENT_BODY)
        .on(CURRENT_BODY.BODY_ID.eq(REPORT.BODY_ID))
        .where(REPORT.ID.eq(id))
        .fetchOptional(it -> report(it, words));
  }

  String facts(UUID id) {
    String facts =
        sql.select(REPORT.FACTS).from(REPORT).where(REPORT.ID.eq(id)).fetchOne(REPORT.FACTS);
    return facts == null ? "" : facts;
  }

  void write(UUID id, Map<String, String> words, String reference) {
    sql.deleteFrom(REPORT_WORDS).where(REPORT_WORDS.REPORT_ID.eq(id)).execute();
    words.forEach((section, text) ->
        sql.insertInto(REPORT_WORDS)
            .set(REPORT_WORDS.TENANT_ID, tenant())
            .set(REPORT_WORDS.REPORT_ID, id)
            .set(REPORT_WORDS.SECTION, section)
            .set(REPORT_WORDS.TEXT, text)
            .execute());
    sql.update(REPORT).set(REPORT.REFERENCE, reference).where(REPORT.ID.eq(id)).execute();
  }

  /// Moves a report on if nobody else has meanwhile.
  boolean move(Report report, ReportState to) {
    return sql.update(REPORT)
            .set(REPORT.STATE, to.key())
            .set(REPORT.VERSION, REPORT.VERSION.plus(1))
            .where(REPORT.ID.eq(report.id()))
            .and(REPORT.VERSION.eq(report.version()))
            .execute()
        == 1;
  }

  boolean freeze(Report report, String facts, Instant at) {
    return sql.update(REPORT)
            .set(REPORT.STATE, ReportState.FROZEN.key())
            .set(REPORT.FROZEN_AT, at)
            .set(REPORT.FACTS, facts)
            .set(REPORT.VERSION, REPORT.VERSION.plus(1))
            .where(REPORT.ID.eq(report.id()))
            .and(REPORT.VERSION.eq(report.version()))
            .execute()
        == 1;
  }

  boolean thaw(Report report) {
    return sql.update(REPORT)
            .set(REPORT.STATE, ReportState.DRAFT.key())
            .setNull(REPORT.FROZEN_AT)
            .setNull(REPORT.FACTS)
            .set(REPORT.VERSION, REPORT.VERSION.plus(1))
            .where(REPORT.ID.eq(report.id()))
            .and(REPORT.VERSION.eq(report.version()))
            .execute()
        == 1;
  }

  boolean deliver(Report report, LocalDate day) {
    return sql.update(REPORT)
            .set(REPORT.STATE, ReportState.DELIVERED.key())
            .set(REPORT.DELIVERED_DAY, day)
            .set(REPORT.VERSION, REPORT.VERSION.plus(1))
            .where(REPORT.ID.eq(report.id()))
            .and(REPORT.VERSION.eq(report.version()))
            .execute()
        == 1;
  }

  boolean handle(Report report, LocalDate day, String paragraph) {
    return sql.update(REPORT)
            .set(REPORT.STATE, ReportState.HANDLED.key())
            .set(REPORT.HANDLED_DAY, day)
            .set(REPORT.PARAGRAPH, paragraph)
            .set(REPORT.VERSION, REPORT.VERSION.plus(1))
            .where(REPORT.ID.eq(report.id()))
            .and(REPORT.VERSION.eq(report.version()))
            .execute()
        == 1;
  }

  private static Report report(Record it, Map<String, String> words) {
    String name = it.get(CURRENT_BODY.NAME);
    return new Report(
        it.get(REPORT.ID),
        it.get(REPORT.KIND),
        it.get(REPORT.BODY_ID),
        name == null ? "" : name,
        it.get(REPORT.PERIOD),
        it.get(REPORT.REFERENCE),
        ReportState.of(it.get(REPORT.STATE)),
        new Report.Course(
            it.get(REPORT.FROZEN_AT),
            it.get(REPORT.DELIVERED_DAY),
            it.get(REPORT.HANDLED_DAY),
            it.get(REPORT.PARAGRAPH)),
        words,
        it.get(REPORT.VERSION));
  }

  static Condition everyRecipient() {
    return CURRENT_BODY.KIND.in(
        "executive_board", "board", "company_board", "management_group", "directorate", "guardian");
  }

  private static UUID tenant() {
    return Acting.current().tenant().value();
  }
}

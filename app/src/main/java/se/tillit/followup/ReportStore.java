package se.tillit.followup;

import static org.jooq.impl.DSL.noCondition;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Ids;
import se.tillit.kernel.Refused;
import se.tillit.web.Cursor;

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

  Optional<Recipient> recipient(UUID body) {
    return sql.select(CURRENT_BODY.BODY_ID, CURRENT_BODY.NAME, CURRENT_BODY.KIND)
        .from(CURRENT_BODY)
        .where(CURRENT_BODY.BODY_ID.eq(body))
        .fetchOptional(it -> new Recipient(it.value1(), it.value2(), it.value3()));
  }

  /// The bodies that a report can go to, by name.
  List<Recipient> recipients() {
    return sql.select(CURRENT_BODY.BODY_ID, CURRENT_BODY.NAME, CURRENT_BODY.KIND)
        .from(CURRENT_BODY)
        .orderBy(CURRENT_BODY.NAME)
        .fetch(it -> new Recipient(it.value1(), it.value2(), it.value3()));
  }

  /// Why a report is made outside the rounds, and about what.
  record Occasion(String reason, String subject) {

    static final Occasion NONE = new Occasion("", "");
  }

  /// Drafts a report, or finds the one that stands.
  UUID draft(ReportPeriod about, UUID body, Occasion occasion) {
    if (!about.kind().equals("extra")) {
      Optional<UUID> standing =
          sql.select(REPORT.ID)
              .from(REPORT)
              .where(ReportRounds.of(about))
              .and(REPORT.BODY_ID.eq(body))
              .fetchOptional(REPORT.ID);
      if (standing.isPresent()) {
        return standing.get();
      }
    }
    UUID id = Ids.next();
    sql.insertInto(REPORT)
        .set(REPORT.TENANT_ID, tenant())
        .set(REPORT.ID, id)
        .set(REPORT.KIND, about.kind())
        .set(REPORT.BODY_ID, body)
        .set(REPORT.PERIOD, about.year())
        .set(REPORT.PART, about.part())
        .set(REPORT.EVERY_MONTHS, about.everyMonths())
        .set(REPORT.REASON, occasion.reason())
        .set(REPORT.SUBJECT, occasion.subject())
        .set(REPORT.CREATED_AT, clock.instant())
        .execute();
    return id;
  }

  /// A page of reports, the newest period first.
  List<Report> page(Condition which, @Nullable Cursor after, int limit) {
    return sql.select(REPORT.asterisk(), CURRENT_BODY.NAME)
        .from(REPORT)
        .leftJoin(CURRENT_BODY)
        .on(CURRENT_BODY.BODY_ID.eq(REPORT.BODY_ID))
        .where(which)
        .and(after == null ? noCondition() : beyond(after))
        .orderBy(REPORT.PERIOD.desc(), REPORT.PART.desc(), REPORT.ID)
        .limit(limit)
        .fetch(it -> report(it, Map.of()));
  }

  static Cursor cursorOf(Report report) {
    return Cursor.of(report.period(), report.part(), report.id());
  }

  private static Condition beyond(Cursor after) {
    try {
      int period = Integer.parseInt(after.at(0));
      int part = Integer.parseInt(after.at(1));
      UUID id = UUID.fromString(after.at(2));
      return REPORT
          .PERIOD
          .lt(period)
          .or(
              REPORT
                  .PERIOD
                  .eq(period)
                  .and(REPORT.PART.lt(part).or(REPORT.PART.eq(part).and(REPORT.ID.gt(id)))));
    } catch (IllegalArgumentException malformed) {
      throw new Refused("web.cursor.malformed").at("after");
    }
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

  /// Reports with all but their words.
  List<Report> all(List<UUID> ids) {
    return page(REPORT.ID.in(ids), null, ids.size());
  }

  /// Keeps what was gathered for a draft; one that has been frozen meanwhile keeps its own.
  void keep(UUID draft, String facts, Instant at) {
    sql.update(REPORT)
        .set(REPORT.FACTS, facts)
        .set(REPORT.GATHERED_AT, at)
        .where(REPORT.ID.eq(draft))
        .and(REPORT.STATE.eq(ReportState.DRAFT.key()))
        .execute();
  }

  String facts(UUID id) {
    String facts =
        sql.select(REPORT.FACTS).from(REPORT).where(REPORT.ID.eq(id)).fetchOne(REPORT.FACTS);
    return facts == null ? "" : facts;
  }

  /// Writes the words if nobody else has meanwhile.
  boolean write(Report report, Map<String, String> words, String reference) {
    boolean held =
        sql.update(REPORT)
                .set(REPORT.REFERENCE, reference)
                .set(REPORT.VERSION, REPORT.VERSION.plus(1))
                .where(REPORT.ID.eq(report.id()))
                .and(REPORT.VERSION.eq(report.version()))
                .execute()
            == 1;
    if (!held) {
      return false;
    }
    sql.deleteFrom(REPORT_WORDS).where(REPORT_WORDS.REPORT_ID.eq(report.id())).execute();
    words.forEach((section, text) ->
        sql.insertInto(REPORT_WORDS)
            .set(REPORT_WORDS.TENANT_ID, tenant())
            .set(REPORT_WORDS.REPORT_ID, report.id())
            .set(REPORT_WORDS.SECTION, section)
            .set(REPORT_WORDS.TEXT, text)
            .execute());
    return true;
  }

  boolean freeze(Report report, String facts, Instant at) {
    return sql.update(REPORT)
            .set(REPORT.STATE, ReportState.FROZEN.key())
            .set(REPORT.FROZEN_AT, at)
            .set(REPORT.FACTS, facts)
            .set(REPORT.GATHERED_AT, at)
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
            .setNull(REPORT.GATHERED_AT)
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
        it.get(REPORT.PART),
        it.get(REPORT.EVERY_MONTHS),
        it.get(REPORT.REASON),
        it.get(REPORT.SUBJECT),
        it.get(REPORT.REFERENCE),
        ReportState.of(it.get(REPORT.STATE)),
        new Report.Course(
            it.get(REPORT.GATHERED_AT),
            it.get(REPORT.FROZEN_AT),
            it.get(REPORT.DELIVERED_DAY),
            it.get(REPORT.HANDLED_DAY),
            it.get(REPORT.PARAGRAPH)),
        words,
        it.get(REPORT.VERSION));
  }

  private static UUID tenant() {
    return Acting.current().tenant().value();
  }
}

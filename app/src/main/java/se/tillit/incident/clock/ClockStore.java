package se.tillit.incident.clock;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static se.tillit.schema.incident.Tables.CLOCK;
import static se.tillit.schema.incident.Tables.CLOCK_CHANGE;
import static se.tillit.schema.incident.Tables.CLOCK_STEP;
import static se.tillit.schema.incident.Tables.INCIDENT;
import static se.tillit.schema.incident.Tables.REMINDER;
import static se.tillit.schema.incident.Tables.SUBMISSION;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tillit.incident.CaseTime;
import se.tillit.incident.regime.Regimes;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Actor;
import se.tillit.kernel.Ids;
import se.tillit.kernel.PersonId;
import se.tillit.kernel.Stale;

/// Writes the rows of clocks.
@Component
class ClockStore {

  private final DSLContext sql;
  private final CaseTime time;
  private final Clock clock;

  ClockStore(DSLContext sql, CaseTime time, Clock clock) {
    this.sql = sql;
    this.time = time;
    this.clock = clock;
  }

  UUID insert(
      @Nullable UUID incident,
      Regimes.InForce rule,
      Orders.NewClock order,
      StatutoryClock.Responsible who,
      Instant start) {
    UUID id = Ids.next();
    Actor actor = Acting.current();
    PersonId me = actor.person();
    sql.insertInto(CLOCK)
        .set(CLOCK.TENANT_ID, tenant())
        .set(CLOCK.ID, id)
        .set(CLOCK.INCIDENT_ID, incident)
        .set(CLOCK.REGIME, rule.regime().code())
        .set(CLOCK.DEFINITION_ID, rule.definition())
        .set(CLOCK.NAME, rule.regime().titles().shortName().sv())
        .set(CLOCK.LEGAL_ENTITY_ID, who.legalEntity())
        .set(CLOCK.BODY_ID, who.body())
        .set(CLOCK.RESPONSIBLE, who.name())
        .set(CLOCK.COUNTERPARTY, order.counterparty().strip())
        .set(CLOCK.TITLE, order.title().strip())
        .set(CLOCK.AGREED, order.agreed().strip())
        .set(CLOCK.STARTED_AT, start)
        .set(CLOCK.DECLARED_BY, actor.name())
        .set(CLOCK.DECLARED_PERSON, me == null ? null : me.value())
        .set(CLOCK.DECLARED_AT, nowIn(incident))
        .set(CLOCK.HANDLER_PERSON_ID, incident != null || me == null ? null : me.value())
        .execute();
    return id;
  }

  /// Takes the clock in the version that was read, or says that somebody else was faster.
  void touch(UUID id, int version) {
    int changed =
        sql.update(CLOCK)
            .set(CLOCK.VERSION, version + 1)
            .where(CLOCK.ID.eq(id))
            .and(CLOCK.VERSION.eq(version))
            .execute();
    if (changed == 0) {
      throw new Stale("clock", id);
    }
  }

  UUID open(UUID clockId, Course.Opening opening, String recipient) {
    UUID id = Ids.next();
    sql.insertInto(CLOCK_STEP)
        .set(CLOCK_STEP.TENANT_ID, tenant())
        .set(CLOCK_STEP.ID, id)
        .set(CLOCK_STEP.CLOCK_ID, clockId)
        .set(CLOCK_STEP.CODE, opening.step().code())
        .set(CLOCK_STEP.ROUND, rounds(clockId, opening.step().code()) + 1)
        .set(CLOCK_STEP.POSITION, steps(clockId) + 1)
        .set(CLOCK_STEP.NAME, opening.step().name().sv())
        .set(CLOCK_STEP.OPTIONAL, opening.step().optional())
        .set(CLOCK_STEP.RECIPIENT, recipient)
        .set(CLOCK_STEP.COUNTS_FROM, opening.step().base().from().name().toLowerCase(Locale.ROOT))
        .set(CLOCK_STEP.BASE_AT, opening.base())
        .set(CLOCK_STEP.DUE_AT, opening.due())
        .set(CLOCK_STEP.ADVISED_AT, opening.advised())
        .execute();
    return id;
  }

  private int rounds(UUID clockId, String code) {
    return sql.select(coalesce(max(CLOCK_STEP.ROUND), inline(0)))
        .from(CLOCK_STEP)
        .where(CLOCK_STEP.CLOCK_ID.eq(clockId))
        .and(CLOCK_STEP.CODE.eq(code))
        .fetchSingle()
        .value1();
  }

  private int steps(UUID clockId) {
    return sql.select(coalesce(max(CLOCK_STEP.POSITION), inline(0)))
        .from(CLOCK_STEP)
        .where(CLOCK_STEP.CLOCK_ID.eq(clockId))
        .fetchSingle()
        .value1();
  }

  /// Gives a step another time. What was told about the former stays told.
  void retime(UUID step, Course.Opening opening) {
    sql.update(CLOCK_STEP)
        .set(CLOCK_STEP.BASE_AT, opening.base())
        .set(CLOCK_STEP.DUE_AT, opening.due())
        .set(CLOCK_STEP.ADVISED_AT, opening.advised())
        .where(CLOCK_STEP.ID.eq(step))
        .execute();
    sql.deleteFrom(REMINDER)
        .where(REMINDER.STEP_ID.eq(step))
        .and(REMINDER.TOLD_AT.isNull())
        .execute();
  }

  void extend(UUID step, String because) {
    sql.update(CLOCK_STEP)
        .set(CLOCK_STEP.EXTENDED, true)
        .set(CLOCK_STEP.EXTENDED_BECAUSE, because)
        .where(CLOCK_STEP.ID.eq(step))
        .execute();
  }

  void remind(UUID step, List<Course.Reminder> reminders) {
    for (Course.Reminder reminder : reminders) {
      sql.insertInto(REMINDER)
          .set(REMINDER.TENANT_ID, tenant())
          .set(REMINDER.STEP_ID, step)
          .set(REMINDER.RUNG, reminder.rung())
          .set(REMINDER.AT, reminder.at())
          .set(REMINDER.LATE, reminder.late())
          .set(REMINDER.ROLES, reminder.roles().toArray(String[]::new))
          .set(REMINDER.EXERCISE_ID, exerciseOf(step))
          .onConflictDoNothing()
          .execute();
    }
  }

  void submit(Orders.Sent sent, Instant at, String recipient, String channel) {
    sql.insertInto(SUBMISSION)
        .set(SUBMISSION.TENANT_ID, tenant())
        .set(SUBMISSION.ID, Ids.next())
        .set(SUBMISSION.STEP_ID, sent.step())
        .set(SUBMISSION.STAGE, sent.stage())
        .set(SUBMISSION.SUBMITTED_AT, at)
        .set(SUBMISSION.RECIPIENT, recipient)
        .set(SUBMISSION.CHANNEL, channel)
        .set(SUBMISSION.CASE_NUMBER, sent.caseNumber().strip())
        .set(SUBMISSION.SUBMITTER, sent.submitter().strip())
        .set(SUBMISSION.APPROVER, sent.approver().strip())
        .set(SUBMISSION.LATE_BECAUSE, sent.lateBecause().strip())
        .set(SUBMISSION.RECORDED_BY, Acting.current().name())
        .set(SUBMISSION.RECORDED_AT, now())
        .execute();
    sql.update(CLOCK_STEP)
        .set(CLOCK_STEP.STATE, "submitted")
        .where(CLOCK_STEP.ID.eq(sent.step()))
        .execute();
  }

  void settle(UUID clockId, StatutoryClock.State state) {
    sql.update(CLOCK).set(CLOCK.STATE, state.key()).where(CLOCK.ID.eq(clockId)).execute();
  }

  void restart(UUID clockId, Instant start) {
    Actor actor = Acting.current();
    PersonId me = actor.person();
    sql.update(CLOCK)
        .set(CLOCK.STARTED_AT, start)
        .set(CLOCK.DECLARED_BY, actor.name())
        .set(CLOCK.DECLARED_PERSON, me == null ? null : me.value())
        .set(CLOCK.DECLARED_AT, nowOf(clockId))
        .where(CLOCK.ID.eq(clockId))
        .execute();
  }

  /// Ends a clock without a report: by a decision, or because another regime switches it off.
  void end(UUID clockId, StatutoryClock.State state, StatutoryClock.Waiver waiver) {
    sql.update(CLOCK)
        .set(CLOCK.STATE, state.key())
        .set(CLOCK.WAIVED_BECAUSE, waiver.because())
        .set(CLOCK.WAIVED_BY, waiver.by())
        .set(CLOCK.WAIVED_AT, waiver.at())
        .set(CLOCK.DELEGATE, waiver.delegate())
        .set(CLOCK.DELEGATION_POINT, waiver.delegationPoint())
        .where(CLOCK.ID.eq(clockId))
        .execute();
    move(clockId, "open", "ended");
  }

  void end(UUID step) {
    sql.update(CLOCK_STEP).set(CLOCK_STEP.STATE, "ended").where(CLOCK_STEP.ID.eq(step)).execute();
  }

  /// Lets it run again; what was decided stays in its history.
  void resume(UUID clockId) {
    sql.update(CLOCK)
        .set(CLOCK.STATE, StatutoryClock.State.RUNNING.key())
        .set(CLOCK.WAIVED_BECAUSE, "")
        .set(CLOCK.WAIVED_BY, "")
        .setNull(CLOCK.WAIVED_AT)
        .set(CLOCK.DELEGATE, false)
        .set(CLOCK.DELEGATION_POINT, "")
        .where(CLOCK.ID.eq(clockId))
        .execute();
    move(clockId, "ended", "open");
  }

  private void move(UUID clockId, String from, String to) {
    sql.update(CLOCK_STEP)
        .set(CLOCK_STEP.STATE, to)
        .where(CLOCK_STEP.CLOCK_ID.eq(clockId))
        .and(CLOCK_STEP.STATE.eq(from))
        .execute();
  }

  void diary(UUID clockId, String number) {
    sql.update(CLOCK).set(CLOCK.DIARY_NUMBER, number).where(CLOCK.ID.eq(clockId)).execute();
  }

  void changed(UUID clockId, String what, String before, String after, String reason) {
    sql.insertInto(CLOCK_CHANGE)
        .set(CLOCK_CHANGE.TENANT_ID, tenant())
        .set(CLOCK_CHANGE.ID, Ids.next())
        .set(CLOCK_CHANGE.CLOCK_ID, clockId)
        .set(CLOCK_CHANGE.AT, nowOf(clockId))
        .set(CLOCK_CHANGE.BY, Acting.current().name())
        .set(CLOCK_CHANGE.WHAT, what)
        .set(CLOCK_CHANGE.BEFORE, before)
        .set(CLOCK_CHANGE.AFTER, after)
        .set(CLOCK_CHANGE.REASON, reason)
        .execute();
  }

  /// Keeps two who start the same clock at once from both doing so.
  void queue(String key) {
    sql.select(
            field(
                "pg_advisory_xact_lock(hashtextextended({0}, 7))",
                Object.class, val(tenant() + key)))
        .fetch();
  }

  private Field<Instant> nowIn(@Nullable UUID incident) {
    return incident == null
        ? val(now(), CLOCK.DECLARED_AT)
        : field(
            select(time.nowOf(INCIDENT.EXERCISE_ID))
                .from(INCIDENT)
                .where(INCIDENT.ID.eq(incident)));
  }

  private Field<Instant> nowOf(UUID clockId) {
    var of = CLOCK.as("of");
    return field(
        select(time.nowOf(INCIDENT.EXERCISE_ID))
            .from(of)
            .leftJoin(INCIDENT)
            .on(INCIDENT.TENANT_ID.eq(of.TENANT_ID))
            .and(INCIDENT.ID.eq(of.INCIDENT_ID))
            .where(of.ID.eq(clockId)));
  }

  private static Field<UUID> exerciseOf(UUID step) {
    return field(
        select(INCIDENT.EXERCISE_ID)
            .from(CLOCK_STEP)
            .join(CLOCK)
            .on(CLOCK.TENANT_ID.eq(CLOCK_STEP.TENANT_ID))
            .and(CLOCK.ID.eq(CLOCK_STEP.CLOCK_ID))
            .join(INCIDENT)
            .on(INCIDENT.TENANT_ID.eq(CLOCK.TENANT_ID))
            .and(INCIDENT.ID.eq(CLOCK.INCIDENT_ID))
            .where(CLOCK_STEP.ID.eq(step)));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static UUID tenant() {
    return Acting.current().tenant().value();
  }
}

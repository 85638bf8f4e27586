package se.tillit.incident.clock;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;
import static org.jooq.impl.DSL.with;
import static se.tillit.schema.incident.Tables.CLOCK;
import static se.tillit.schema.incident.Tables.CLOCK_STEP;
import static se.tillit.schema.incident.Tables.EXERCISE;
import static se.tillit.schema.incident.Tables.EXERCISE_PARTICIPANT;
import static se.tillit.schema.incident.Tables.INCIDENT;
import static se.tillit.schema.incident.Tables.REMINDER;
import static se.tillit.schema.organisation.Tables.CURRENT_ASSIGNMENT;
import static se.tillit.schema.organisation.Tables.CURRENT_BODY;
import static se.tillit.schema.organisation.Tables.LIVING_HOLDER;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record5;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.identity.Role;
import se.tillit.incident.CaseTime;
import se.tillit.job.FrequentWork;
import se.tillit.notification.Notifications;

/// Tells the named people before each last moment, and when it has passed (K-2b): every minute, for
/// all clocks at once. A reminder is marked as told in the transaction that writes the notices, so
/// that a node that dies tells nobody, and another tells them once.
@Component
class Escalation implements FrequentWork {

  private final DSLContext sql;
  private final Notifications notifications;
  private final Settlement settlement;
  private final CaseTime time;
  private final Clock clock;

  Escalation(
      DSLContext sql,
      Notifications notifications,
      Settlement settlement,
      CaseTime time,
      Clock clock) {
    this.sql = sql;
    this.notifications = notifications;
    this.settlement = settlement;
    this.time = time;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "incident.escalation";
  }

  @Override
  @Transactional
  public void run() {
    settlement.settle();
    tell();
  }

  /// @return how many notices were written
  @Transactional
  public int tell() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (claim(now) + claimInExercises(now) == 0) {
      return 0;
    }
    return notifications.tellEachAtOnce(people(now));
  }

  /// Takes every reminder whose time has come; another node that tries meanwhile finds none.
  private int claim(Instant now) {
    return sql.update(REMINDER)
        .set(REMINDER.TOLD_AT, now)
        .where(REMINDER.TOLD_AT.isNull())
        .and(REMINDER.EXERCISE_ID.isNull())
        .and(REMINDER.AT.le(now))
        .execute();
  }

  /// An exercise reminds by its own clock, and no longer when it has ended.
  private int claimInExercises(Instant now) {
    return sql.update(REMINDER)
        .set(REMINDER.TOLD_AT, now)
        .where(REMINDER.TOLD_AT.isNull())
        .and(
            REMINDER.EXERCISE_ID.in(
                select(EXERCISE.ID).from(EXERCISE).where(EXERCISE.STATE.eq(inline("running")))))
        .and(REMINDER.AT.le(time.nowOf(REMINDER.EXERCISE_ID)))
        .execute();
  }

  /// Each person to tell of what was claimed: its handler and those who hold the named roles, and
  /// of an exercise those who take part.
  private static Select<Record5<String, UUID, String, String, String>> people(Instant now) {
    var wanted = DSL.name("wanted").as(wanted(now));
    var held = DSL.name("held").asMaterialized(select(LIVING_HOLDER.fields()).from(LIVING_HOLDER));
    var h = LIVING_HOLDER.as("held");
    Field<UUID> exercise = field(DSL.name("wanted", "exercise"), UUID.class);
    Field<UUID> handler = field(DSL.name("wanted", "handler"), UUID.class);
    Field<UUID> body = field(DSL.name("wanted", "body"), UUID.class);
    Field<UUID> entity = field(DSL.name("wanted", "entity"), UUID.class);
    Condition handlers =
        inline("handler").eq(any(field(DSL.name("wanted", "roles"), String[].class)));
    Condition open = condition(field(DSL.name("wanted", "open"), Boolean.class));
    Condition everywhere =
        h.LEGAL_ENTITY_ID.isNull().and(h.BODY_ID.isNull()).and(h.UNIT_ID.isNull());
    // Where nobody handles the case, what she would have been told is told the coordinator.
    Condition instead =
        h.ROLE.eq(inline(Role.COORDINATOR.key())).and(handler.isNull()).and(handlers);
    return with(held, wanted)
        .select(said("key"), h.PERSON_ID, said("label"), said("path"), said("mark"))
        .from(wanted)
        .join(held)
        .on(h.TENANT_ID.eq(field(DSL.name("wanted", "tenant_id"), UUID.class)))
        .and(
            when(
                    open,
                    h.ROLE.eq(any(field(DSL.name("wanted", "roles"), String[].class))).or(instead))
                .otherwise(guards(h.ROLE)))
        .where(exercise.isNull())
        .and(everywhere.or(h.BODY_ID.eq(body)).or(h.LEGAL_ENTITY_ID.eq(entity)))
        .unionAll(
            select(said("key"), handler, said("label"), said("path"), said("mark"))
                .from(wanted)
                .where(exercise.isNull())
                .and(handler.isNotNull())
                .and(handlers)
                .and(open))
        .unionAll(participants().and(open));
  }

  private static SelectConditionStep<Record5<String, UUID, String, String, String>> participants() {
    var p = EXERCISE_PARTICIPANT;
    return select(said("key"), p.PERSON_ID, said("label"), said("path"), said("mark"))
        .from(DSL.table(DSL.name("wanted")))
        .join(p)
        .on(p.TENANT_ID.eq(field(DSL.name("wanted", "tenant_id"), UUID.class)))
        .where(p.EXERCISE_ID.eq(field(DSL.name("wanted", "exercise"), UUID.class)));
  }

  /// What is locked is told to whoever answers for protective security, else for security, whomever
  /// the regime names: somebody must know that a limit runs out.
  private static Condition guards(Field<String> role) {
    var officer = LIVING_HOLDER.as("officer");
    String first = Role.SECURITY_PROTECTION_OFFICER.key();
    return role.eq(inline(first))
        .or(
            role.eq(inline(Role.HEAD_OF_SECURITY.key()))
                .andNotExists(selectOne().from(officer).where(officer.ROLE.eq(inline(first)))));
  }

  private static Field<String> said(String column) {
    return field(DSL.name("wanted", column), String.class);
  }

  /// Those of the claimed reminders that still have something to remind of, the latest of each step
  /// should a node have slept. Read once, however many are told.
  private static Select<?> wanted(Instant now) {
    var r = REMINDER;
    var latest =
        select(r.TENANT_ID, r.STEP_ID, r.ROLES, r.LATE, r.AT, r.RUNG)
            .distinctOn(r.STEP_ID)
            .from(r)
            .where(r.TOLD_AT.eq(now))
            .orderBy(r.STEP_ID, r.AT.desc())
            .asTable("latest");
    return select(
            CLOCK.TENANT_ID,
            when(open(), CLOCK.BODY_ID).otherwise(INCIDENT.BODY_ID).as("body"),
            when(open(), coalesce(CLOCK.LEGAL_ENTITY_ID, CURRENT_BODY.LEGAL_ENTITY_ID))
                .otherwise(INCIDENT.LEGAL_ENTITY_ID)
                .as("entity"),
            latest.field(r.ROLES),
            handler().as("handler"),
            field(open()).as("open"),
            INCIDENT.EXERCISE_ID.as("exercise"),
            key(condition(latest.field(r.LATE))).as("key"),
            label().as("label"),
            path().as("path"),
            mark().as("mark"))
        .from(latest)
        .join(CLOCK_STEP)
        .on(CLOCK_STEP.TENANT_ID.eq(latest.field(r.TENANT_ID)))
        .and(CLOCK_STEP.ID.eq(latest.field(r.STEP_ID)))
        .join(CLOCK)
        .on(CLOCK.TENANT_ID.eq(CLOCK_STEP.TENANT_ID))
        .and(CLOCK.ID.eq(CLOCK_STEP.CLOCK_ID))
        .leftJoin(INCIDENT)
        .on(INCIDENT.TENANT_ID.eq(CLOCK.TENANT_ID))
        .and(INCIDENT.ID.eq(CLOCK.INCIDENT_ID))
        .leftJoin(CURRENT_BODY)
        .on(CURRENT_BODY.TENANT_ID.eq(CLOCK.TENANT_ID))
        .and(CURRENT_BODY.BODY_ID.eq(CLOCK.BODY_ID))
        .where(CLOCK_STEP.STATE.eq(inline("open")))
        .and(CLOCK_STEP.OPTIONAL.isFalse().or(CLOCK.STATE.ne(inline("kept"))));
  }

  /// What is of an exercise says so first of all.
  private static Field<String> key(Condition late) {
    Condition real = INCIDENT.EXERCISE_ID.isNull();
    return when(real.and(late), inline("incident.notice.clock-late"))
        .when(real, inline("incident.notice.clock-soon"))
        .when(late, inline("incident.notice.exercise-clock-late"))
        .otherwise(inline("incident.notice.exercise-clock-soon"));
  }

  private static Field<UUID> handler() {
    Field<UUID> named =
        when(CLOCK.INCIDENT_ID.isNull(), CLOCK.HANDLER_PERSON_ID)
            .otherwise(INCIDENT.HANDLER_PERSON_ID);
    return when(serves(named), named);
  }

  /// Whoever has left handles nothing any more.
  private static Condition serves(Field<UUID> person) {
    return person
        .in(select(CURRENT_ASSIGNMENT.PERSON_ID).from(CURRENT_ASSIGNMENT))
        .or(person.in(select(LIVING_HOLDER.PERSON_ID).from(LIVING_HOLDER)));
  }

  /// Not a case that is locked for security protection.
  private static Condition open() {
    return CLOCK.INCIDENT_ID.isNull().or(INCIDENT.SECURITY_PROTECTION.eq(inline("NO")));
  }

  /// Which clock, whose, and until when; nothing of what has happened.
  private static Field<String> label() {
    Field<String> until =
        field(
            "to_char({0} at time zone 'Europe/Stockholm', 'YYYY-MM-DD HH24:MI')",
            SQLDataType.VARCHAR, CLOCK_STEP.NEXT_AT);
    Field<String> reference =
        when(INCIDENT.REFERENCE.isNull(), inline(""))
            .otherwise(concat(INCIDENT.REFERENCE, inline(" · ")));
    return concat(
        reference,
        CLOCK.NAME,
        inline(" · "),
        CLOCK_STEP.NAME,
        inline(" · "),
        CLOCK.RESPONSIBLE,
        inline(" · "),
        until);
  }

  private static Field<String> path() {
    return when(open(), concat(inline("/clocks/"), CLOCK.ID.cast(SQLDataType.VARCHAR)))
        .otherwise(
            concat(inline("/incidents/protected/"), CLOCK.INCIDENT_ID.cast(SQLDataType.VARCHAR)));
  }

  private static Field<String> mark() {
    return concat(
        inline("clock "),
        CLOCK_STEP.ID.cast(SQLDataType.VARCHAR),
        inline(" "),
        field("latest.rung", Integer.class).cast(SQLDataType.VARCHAR),
        inline(" "),
        field("latest.at", CLOCK_STEP.DUE_AT.getDataType()).cast(SQLDataType.VARCHAR));
  }
}

package se.tillit.incident.exercise;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static se.tillit.schema.incident.Tables.EVENT;
import static se.tillit.schema.incident.Tables.EXERCISE;
import static se.tillit.schema.incident.Tables.EXERCISE_INJECT;
import static se.tillit.schema.incident.Tables.EXERCISE_OBSERVATION;
import static se.tillit.schema.incident.Tables.EXERCISE_PARTICIPANT;
import static se.tillit.schema.incident.Tables.EXERCISE_RUN;
import static se.tillit.schema.organisation.Tables.CURRENT_BODY;
import static se.tillit.schema.organisation.Tables.PERSON_NAME;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tillit.identity.Scope;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Ids;
import se.tillit.kernel.PersonId;
import se.tillit.kernel.Refused;
import se.tillit.web.Cursor;

/// Rows of exercises.
@Component
class ExerciseStore {

  private final DSLContext sql;

  ExerciseStore(DSLContext sql) {
    this.sql = sql;
  }

  /// Those that the viewer leads or takes part in, the latest first.
  List<ExerciseLine> lines(Scope scope, @Nullable PersonId me, @Nullable Cursor after, int limit) {
    Field<Integer> participants =
        field(
            selectCount()
                .from(EXERCISE_PARTICIPANT)
                .where(EXERCISE_PARTICIPANT.TENANT_ID.eq(EXERCISE.TENANT_ID))
                .and(EXERCISE_PARTICIPANT.EXERCISE_ID.eq(EXERCISE.ID)));
    return sql.select(
            EXERCISE.ID,
            EXERCISE.REFERENCE,
            EXERCISE.TITLE,
            CURRENT_BODY.NAME,
            EXERCISE.STATE,
            EXERCISE.PLANNED_DAY,
            EXERCISE.ENDED_AT,
            participants)
        .from(EXERCISE)
        .leftJoin(CURRENT_BODY)
        .on(CURRENT_BODY.TENANT_ID.eq(EXERCISE.TENANT_ID))
        .and(CURRENT_BODY.BODY_ID.eq(EXERCISE.BODY_ID))
        .where(seen(scope, me))
        .and(
            after == null
                ? noCondition()
                : row(EXERCISE.PLANNED_DAY, EXERCISE.ID).lt(after.day(0), after.id(1)))
        .orderBy(EXERCISE.PLANNED_DAY.desc(), EXERCISE.ID.desc())
        .limit(limit)
        .fetch(row ->
            new ExerciseLine(
                row.value1(),
                row.value2(),
                row.value3(),
                row.value4() == null ? "" : row.value4(),
                row.value5(),
                row.value6(),
                row.value7(),
                row.value8()));
  }

  private static Condition seen(Scope scope, @Nullable PersonId me) {
    Condition led = scope.coversBody(EXERCISE.BODY_ID);
    return me == null || scope.everything()
        ? led
        : led.or(
            EXERCISE.ID.in(
                select(EXERCISE_PARTICIPANT.EXERCISE_ID)
                    .from(EXERCISE_PARTICIPANT)
                    .where(EXERCISE_PARTICIPANT.PERSON_ID.eq(me.value()))));
  }

  Optional<Exercise> find(UUID id, Scope scope, @Nullable PersonId me) {
    return sql.select(EXERCISE.asterisk(), CURRENT_BODY.NAME.as("body_name"))
        .from(EXERCISE)
        .leftJoin(CURRENT_BODY)
        .on(CURRENT_BODY.TENANT_ID.eq(EXERCISE.TENANT_ID))
        .and(CURRENT_BODY.BODY_ID.eq(EXERCISE.BODY_ID))
        .where(EXERCISE.ID.eq(id))
        .and(seen(scope, me))
        .fetchOptional(row -> {
          var e = row.into(EXERCISE);
          String body = row.get("body_name", String.class);
          return new Exercise(
              e.getId(),
              e.getReference(),
              e.getScenario(),
              e.getTitle(),
              e.getGoal(),
              new Exercise.Place(e.getBodyId(), body == null ? "" : body),
              e.getFactor(),
              new Exercise.Course(
                  ExerciseState.of(e.getState()),
                  e.getPlannedDay(),
                  e.getStartedAt(),
                  e.getEndedAt(),
                  runs(id)),
              e.getIncidentId(),
              new Exercise.Leader(e.getLeaderPersonId(), e.getLeader()),
              e.getSummary(),
              e.getVersion(),
              injects(id),
              participants(id),
              observations(id));
        });
  }

  private List<ExerciseTime.Run> runs(UUID id) {
    return sql.select(EXERCISE_RUN.FROM_AT, EXERCISE_RUN.TO_AT)
        .from(EXERCISE_RUN)
        .where(EXERCISE_RUN.EXERCISE_ID.eq(id))
        .orderBy(EXERCISE_RUN.FROM_AT)
        .fetch(Records.mapping(ExerciseTime.Run::new));
  }

  private List<Inject> injects(UUID id) {
    var i = EXERCISE_INJECT;
    return sql.select(i.ID, i.AFTER_MINUTES, i.TITLE, i.TEXT, i.RELEASED_AT, i.BY_LEADER)
        .from(i)
        .where(i.EXERCISE_ID.eq(id))
        .orderBy(i.AFTER_MINUTES, i.ID)
        .fetch(Records.mapping(Inject::new));
  }

  private List<Exercise.Participant> participants(UUID id) {
    return sql.select(PERSON_NAME.PERSON_ID, PERSON_NAME.NAME)
        .from(EXERCISE_PARTICIPANT)
        .join(PERSON_NAME)
        .on(PERSON_NAME.TENANT_ID.eq(EXERCISE_PARTICIPANT.TENANT_ID))
        .and(PERSON_NAME.PERSON_ID.eq(EXERCISE_PARTICIPANT.PERSON_ID))
        .where(EXERCISE_PARTICIPANT.EXERCISE_ID.eq(id))
        .orderBy(PERSON_NAME.NAME, PERSON_NAME.PERSON_ID)
        .fetch(Records.mapping(Exercise.Participant::new));
  }

  private List<Exercise.Observation> observations(UUID id) {
    var o = EXERCISE_OBSERVATION;
    return sql.select(o.ID, o.AT, o.TEXT, o.NAME, o.FINDING_ID)
        .from(o)
        .where(o.EXERCISE_ID.eq(id))
        .orderBy(o.AT, o.ID)
        .fetch(Records.mapping(Exercise.Observation::new));
  }

  void insert(UUID id, String reference, ExercisePlan plan) {
    PersonId me = Acting.current().person();
    sql.insertInto(EXERCISE)
        .set(EXERCISE.TENANT_ID, tenant())
        .set(EXERCISE.ID, id)
        .set(EXERCISE.REFERENCE, reference)
        .set(EXERCISE.SCENARIO, plan.scenario())
        .set(EXERCISE.TITLE, plan.title())
        .set(EXERCISE.GOAL, plan.goal())
        .set(EXERCISE.BODY_ID, plan.body())
        .set(EXERCISE.LEGAL_ENTITY_ID, entityOf(plan))
        .set(EXERCISE.FACTOR, (short) plan.factor())
        .set(EXERCISE.PLANNED_DAY, plan.day())
        .set(EXERCISE.LEADER_PERSON_ID, me == null ? null : me.value())
        .set(EXERCISE.LEADER, Acting.current().name())
        .execute();
    tell(id, plan);
  }

  /// Writes the plan anew unless somebody else wrote since the version was read.
  boolean amend(UUID id, int version, ExercisePlan plan) {
    int amended =
        sql.update(EXERCISE)
            .set(EXERCISE.SCENARIO, plan.scenario())
            .set(EXERCISE.TITLE, plan.title())
            .set(EXERCISE.GOAL, plan.goal())
            .set(EXERCISE.BODY_ID, plan.body())
            .set(EXERCISE.LEGAL_ENTITY_ID, entityOf(plan))
            .set(EXERCISE.FACTOR, (short) plan.factor())
            .set(EXERCISE.PLANNED_DAY, plan.day())
            .set(EXERCISE.VERSION, version + 1)
            .where(EXERCISE.ID.eq(id))
            .and(EXERCISE.VERSION.eq(version))
            .execute();
    if (amended == 0) {
      return false;
    }
    sql.deleteFrom(EXERCISE_INJECT).where(EXERCISE_INJECT.EXERCISE_ID.eq(id)).execute();
    tell(id, plan);
    return true;
  }

  private UUID entityOf(ExercisePlan plan) {
    return sql.select(CURRENT_BODY.LEGAL_ENTITY_ID)
        .from(CURRENT_BODY)
        .where(CURRENT_BODY.BODY_ID.eq(plan.body()))
        .fetchOptional(CURRENT_BODY.LEGAL_ENTITY_ID)
        .orElseThrow(() -> new Refused("incident.exercise.body-missing").at("body"));
  }

  private void tell(UUID id, ExercisePlan plan) {
    var rows =
        plan.injects().stream()
            .map(it ->
                sql.insertInto(EXERCISE_INJECT)
                    .set(EXERCISE_INJECT.TENANT_ID, tenant())
                    .set(EXERCISE_INJECT.ID, Ids.next())
                    .set(EXERCISE_INJECT.EXERCISE_ID, id)
                    .set(EXERCISE_INJECT.AFTER_MINUTES, it.afterMinutes())
                    .set(EXERCISE_INJECT.TITLE, it.title())
                    .set(EXERCISE_INJECT.TEXT, it.text()))
            .toList();
    sql.batch(rows).execute();
  }

  /// How many exercises there are already with that prefix.
  int countBeginning(String prefix) {
    return sql.fetchCount(EXERCISE, EXERCISE.REFERENCE.startsWith(prefix));
  }

  boolean start(Exercise exercise, UUID incident, int version, Instant now) {
    return sql.update(EXERCISE)
            .set(EXERCISE.STATE, ExerciseState.RUNNING.key())
            .set(EXERCISE.STARTED_AT, now)
            .set(EXERCISE.INCIDENT_ID, incident)
            .set(EXERCISE.VERSION, version + 1)
            .where(EXERCISE.ID.eq(exercise.id()))
            .and(EXERCISE.VERSION.eq(version))
            .execute()
        == 1;
  }

  boolean move(UUID id, int version, ExerciseState to, @Nullable Instant ended, String summary) {
    var update = sql.update(EXERCISE).set(EXERCISE.STATE, to.key());
    if (ended != null) {
      update = update.set(EXERCISE.ENDED_AT, ended).set(EXERCISE.SUMMARY, summary);
    }
    return update
            .set(EXERCISE.VERSION, version + 1)
            .where(EXERCISE.ID.eq(id))
            .and(EXERCISE.VERSION.eq(version))
            .execute()
        == 1;
  }

  void run(UUID id, Instant now) {
    sql.insertInto(EXERCISE_RUN)
        .set(EXERCISE_RUN.TENANT_ID, tenant())
        .set(EXERCISE_RUN.EXERCISE_ID, id)
        .set(EXERCISE_RUN.FROM_AT, now)
        .execute();
  }

  void halt(UUID id, Instant now) {
    sql.update(EXERCISE_RUN)
        .set(EXERCISE_RUN.TO_AT, now)
        .where(EXERCISE_RUN.EXERCISE_ID.eq(id))
        .and(EXERCISE_RUN.TO_AT.isNull())
        .execute();
  }

  /// Releases it unless it is released already, and puts it in the timeline of the case.
  boolean release(Exercise exercise, Inject inject, boolean byLeader, Instant now) {
    int released =
        sql.update(EXERCISE_INJECT)
            .set(EXERCISE_INJECT.RELEASED_AT, now)
            .set(EXERCISE_INJECT.BY_LEADER, byLeader)
            .where(EXERCISE_INJECT.ID.eq(inject.id()))
            .and(EXERCISE_INJECT.RELEASED_AT.isNull())
            .execute();
    if (released == 0 || exercise.incident() == null) {
      return false;
    }
    sql.insertInto(EVENT)
        .set(EVENT.TENANT_ID, tenant())
        .set(EVENT.ID, Ids.next())
        .set(EVENT.INCIDENT_ID, exercise.incident())
        .set(EVENT.AT, now)
        .set(EVENT.RECORDED_AT, now)
        .set(EVENT.KIND, "inject")
        .set(EVENT.TEXT, inject.title() + "\n" + inject.text())
        .set(EVENT.NAME, exercise.leader().name())
        .set(EVENT.AUTOMATIC, true)
        .execute();
    return true;
  }

  List<UUID> running() {
    return sql.select(EXERCISE.ID)
        .from(EXERCISE)
        .where(EXERCISE.STATE.eq(inline("running")))
        .fetch(EXERCISE.ID);
  }

  boolean knows(UUID person) {
    return sql.fetchExists(PERSON_NAME, PERSON_NAME.PERSON_ID.eq(person));
  }

  void join(UUID id, UUID person) {
    sql.insertInto(EXERCISE_PARTICIPANT)
        .set(EXERCISE_PARTICIPANT.TENANT_ID, tenant())
        .set(EXERCISE_PARTICIPANT.EXERCISE_ID, id)
        .set(EXERCISE_PARTICIPANT.PERSON_ID, person)
        .onConflictDoNothing()
        .execute();
  }

  void leave(UUID id, UUID person) {
    sql.deleteFrom(EXERCISE_PARTICIPANT)
        .where(EXERCISE_PARTICIPANT.EXERCISE_ID.eq(id))
        .and(EXERCISE_PARTICIPANT.PERSON_ID.eq(person))
        .execute();
  }

  void observe(UUID exercise, Exercise.Observation seen) {
    sql.insertInto(EXERCISE_OBSERVATION)
        .set(EXERCISE_OBSERVATION.TENANT_ID, tenant())
        .set(EXERCISE_OBSERVATION.ID, seen.id())
        .set(EXERCISE_OBSERVATION.EXERCISE_ID, exercise)
        .set(EXERCISE_OBSERVATION.AT, seen.at())
        .set(EXERCISE_OBSERVATION.TEXT, seen.text())
        .set(EXERCISE_OBSERVATION.NAME, seen.name())
        .set(EXERCISE_OBSERVATION.FINDING_ID, seen.finding())
        .execute();
  }

  private static UUID tenant() {
    return Acting.current().tenant().value();
  }
}

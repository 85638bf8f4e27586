package se.tillit.incident.exercise;

import static se.tillit.schema.incident.Tables.EXERCISE;
import static se.tillit.schema.incident.Tables.EXERCISE_INJECT;
import static se.tillit.schema.incident.Tables.EXERCISE_RUN;
import static se.tillit.schema.organisation.Tables.CURRENT_BODY;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import se.tillit.identity.DemoChapter;
import se.tillit.identity.DemoPeople;
import se.tillit.identity.Role;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Ids;
import se.tillit.kernel.Sweden;
import se.tillit.web.Words;

/// The demo's exercises: one that was held in the autumn, and one that is planned.
@Component
class DemoExercises implements DemoChapter {

  private final DSLContext sql;
  private final ExerciseStore store;
  private final DemoPeople people;
  private final Clock clock;

  DemoExercises(DSLContext sql, ExerciseStore store, DemoPeople people, Clock clock) {
    this.sql = sql;
    this.store = store;
    this.people = people;
    this.clock = clock;
  }

  /// After the cases themselves.
  @Override
  public int order() {
    return 78;
  }

  @Override
  public void write(String tenantKey) {
    List<UUID> bodies =
        sql.select(CURRENT_BODY.BODY_ID)
            .from(CURRENT_BODY)
            .where(CURRENT_BODY.KIND.in("executive_board", "board"))
            .orderBy(CURRENT_BODY.KIND.desc(), CURRENT_BODY.NAME)
            .limit(2)
            .fetch(CURRENT_BODY.BODY_ID);
    if (bodies.isEmpty()) {
      return;
    }
    LocalDate today = Sweden.today(clock);
    held(plan("wrong-recipient", bodies.getFirst(), today.minusDays(45), 1));
    plan("ransomware", bodies.getLast(), today.plusDays(12), 2);
  }

  private UUID plan(String scenario, UUID body, LocalDate day, int number) {
    Scenario shipped = Scenario.of(scenario).orElseThrow();
    Words words = Words.SWEDISH;
    UUID id = Ids.next();
    store.insert(
        id,
        words.t("incident.exercise.mark") + "-" + day.getYear() + "-%03d".formatted(number),
        new ExercisePlan(
            scenario,
            shipped.title(words),
            shipped.goal(words),
            body,
            20,
            day,
            shipped.injects(words)));
    Stream.of(Role.COORDINATOR, Role.DATA_PROTECTION_OFFICER, Role.MANAGER)
        .flatMap(it -> people.of(it).stream().limit(1))
        .forEach(it -> store.join(id, it));
    sql.update(EXERCISE)
        .set(
            EXERCISE.LEADER_PERSON_ID,
            people.of(Role.HEAD_OF_SECURITY).stream().findFirst().orElse(null))
        .where(EXERCISE.ID.eq(id))
        .execute();
    return id;
  }

  private void held(UUID id) {
    Instant start = clock.instant().minus(Duration.ofDays(45));
    Instant end = start.plus(Duration.ofMinutes(70));
    sql.update(EXERCISE)
        .set(EXERCISE.STATE, ExerciseState.ENDED.key())
        .set(EXERCISE.STARTED_AT, start)
        .set(EXERCISE.ENDED_AT, end)
        .set(EXERCISE.SUMMARY, Words.SWEDISH.t("incident.demo.exercise.summary"))
        .where(EXERCISE.ID.eq(id))
        .execute();
    store.run(id, start);
    sql.update(EXERCISE_RUN)
        .set(EXERCISE_RUN.TO_AT, end)
        .where(EXERCISE_RUN.EXERCISE_ID.eq(id))
        .execute();
    sql.update(EXERCISE_INJECT)
        .set(EXERCISE_INJECT.RELEASED_AT, start)
        .where(EXERCISE_INJECT.EXERCISE_ID.eq(id))
        .execute();
    String seen = Words.SWEDISH.t("incident.demo.exercise.observation");
    store.observe(
        id, new Exercise.Observation(Ids.next(), end, seen, Acting.current().name(), null));
  }
}

package se.tillit.incident.exercise;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static se.tillit.schema.incident.Tables.CLOCK;
import static se.tillit.schema.incident.Tables.CLOCK_STEP;
import static se.tillit.schema.incident.Tables.DECISION;
import static se.tillit.schema.incident.Tables.EVENT;
import static se.tillit.schema.incident.Tables.INCIDENT;
import static se.tillit.schema.incident.Tables.SUBMISSION;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// How long things took in an exercise. What happened in its case is kept by its own clock, so that
/// a length is the distance between two moments of it.
@Component
public class Evaluation {

  private final DSLContext sql;

  Evaluation(DSLContext sql) {
    this.sql = sql;
  }

  /// Something that was to be done, and how long after the start it was; none when it was not.
  ///
  /// @param key the message `incident.evaluation.<key>` names it
  public record Measured(String key, @Nullable Duration after) {}

  @Transactional(readOnly = true)
  public List<Measured> of(Exercise exercise) {
    ExerciseTime time = exercise.time();
    UUID incident = exercise.incident();
    if (time == null || incident == null) {
      return List.of();
    }
    Instant contained =
        sql.select(INCIDENT.CONTAINED_AT)
            .from(INCIDENT)
            .where(INCIDENT.ID.eq(incident))
            .fetchOne(INCIDENT.CONTAINED_AT);
    var measured = new ArrayList<Measured>();
    measured.add(new Measured("assessed", after(time, firstEvent(incident, "assessed"))));
    measured.add(new Measured("assigned", after(time, firstEvent(incident, "assigned"))));
    measured.add(new Measured("decided", after(time, firstDecision(incident))));
    measured.add(new Measured("contained", after(time, contained)));
    Instant ended = exercise.course().endedAt();
    measured.add(new Measured("ended", ended == null ? null : time.passed(ended)));
    return List.copyOf(measured);
  }

  /// A deadline of the exercise: how long there was by law, and how long it took by the exercise's
  /// clock; none where it was not answered.
  public record Deadline(String label, Duration allowed, @Nullable Duration used, boolean kept) {}

  /// Every deadline that the practised case has started, in the order in which they fall due.
  @Transactional(readOnly = true)
  public List<Deadline> deadlines(Exercise exercise) {
    if (exercise.incident() == null) {
      return List.of();
    }
    return sql.select(
            CLOCK_STEP.NAME,
            CLOCK.RESPONSIBLE,
            CLOCK_STEP.BASE_AT,
            CLOCK_STEP.DUE_AT,
            coalesce(SUBMISSION.SUBMITTED_AT, CLOCK.WAIVED_AT))
        .from(CLOCK_STEP)
        .join(CLOCK)
        .on(CLOCK.TENANT_ID.eq(CLOCK_STEP.TENANT_ID))
        .and(CLOCK.ID.eq(CLOCK_STEP.CLOCK_ID))
        .leftJoin(SUBMISSION)
        .on(SUBMISSION.TENANT_ID.eq(CLOCK_STEP.TENANT_ID))
        .and(SUBMISSION.STEP_ID.eq(CLOCK_STEP.ID))
        .where(CLOCK.INCIDENT_ID.eq(exercise.incident()))
        .and(CLOCK_STEP.DUE_AT.isNotNull())
        .orderBy(CLOCK_STEP.DUE_AT, CLOCK_STEP.ID)
        .fetch(row -> {
          Instant base = row.value3();
          Duration allowed = Duration.between(base, row.value4());
          Instant answered = row.value5();
          Duration used = answered == null ? null : Duration.between(base, answered);
          return new Deadline(
              row.value1() + ", " + row.value2(),
              allowed,
              used,
              used != null && used.compareTo(allowed) <= 0);
        });
  }

  private @Nullable Instant firstEvent(UUID incident, String kind) {
    return sql.select(min(EVENT.AT))
        .from(EVENT)
        .where(EVENT.INCIDENT_ID.eq(incident))
        .and(EVENT.KIND.eq(inline(kind)))
        .fetchSingle()
        .value1();
  }

  private @Nullable Instant firstDecision(UUID incident) {
    return sql.select(min(DECISION.DECIDED_AT))
        .from(DECISION)
        .where(DECISION.INCIDENT_ID.eq(incident))
        .fetchSingle()
        .value1();
  }

  private static @Nullable Duration after(ExerciseTime time, @Nullable Instant at) {
    return at == null ? null : Duration.between(time.start(), at);
  }
}

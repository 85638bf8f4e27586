package se.tillit.incident.exercise;

import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static se.tillit.schema.incident.Tables.EXERCISE;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.incident.CaseTime;
import se.tillit.schema.incident.Routines;

/// Tells cases the time: an exercise's by its clock, as [ExerciseTime] has it.
@Component
class ExerciseClock implements CaseTime {

  private final DSLContext sql;
  private final Clock clock;

  ExerciseClock(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public Instant now(@Nullable UUID exercise) {
    return exercise == null
        ? clock.instant()
        : sql.select(nowOf(val(exercise, EXERCISE.ID))).fetchSingle().value1();
  }

  @Override
  public Field<Instant> nowOf(Field<UUID> exercise) {
    Field<Instant> outside = val(clock.instant(), EXERCISE.STARTED_AT);
    return when(exercise.isNull(), outside).otherwise(Routines.timeInExercise(exercise, outside));
  }
}

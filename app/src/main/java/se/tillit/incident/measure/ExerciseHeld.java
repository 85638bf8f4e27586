package se.tillit.incident.measure;

import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.selectOne;
import static se.tillit.schema.incident.Tables.EXERCISE;
import static se.tillit.schema.incident.Tables.EXERCISE_PARTICIPANT;
import static se.tillit.schema.organisation.Tables.CURRENT_BODY;

import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record8;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import se.tillit.identity.Role;
import se.tillit.indicator.Indicator;

/// Boards and companies that have held an exercise with participants within a year (M-2.2d).
@Component
class ExerciseHeld implements Indicator {

  private final DSLContext sql;

  ExerciseHeld(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public String key() {
    return "incident.exercise-held";
  }

  @Override
  public Set<String> subjects() {
    return Set.of("incident-exercise", "body");
  }

  @Override
  public String responsible() {
    return Role.COORDINATOR.key();
  }

  @Override
  public Select<Record8<UUID, UUID, UUID, String, Boolean, String, UUID, String>> records() {
    Condition held =
        exists(
            selectOne()
                .from(EXERCISE)
                .where(EXERCISE.TENANT_ID.eq(CURRENT_BODY.TENANT_ID))
                .and(EXERCISE.BODY_ID.eq(CURRENT_BODY.BODY_ID))
                .and(EXERCISE.ENDED_AT.ge(CountedCases.A_YEAR_AGO))
                .andExists(
                    selectOne()
                        .from(EXERCISE_PARTICIPANT)
                        .where(EXERCISE_PARTICIPANT.TENANT_ID.eq(EXERCISE.TENANT_ID))
                        .and(EXERCISE_PARTICIPANT.EXERCISE_ID.eq(EXERCISE.ID))));
    return sql.select(
            CURRENT_BODY.BODY_ID,
            field("null::uuid", SQLDataType.UUID),
            CURRENT_BODY.BODY_ID.as("record_id"),
            CURRENT_BODY.NAME,
            field(held),
            case_().when(held, inline("")).else_(inline("incident.indicator.exercise-held.remedy")),
            field("null::uuid", SQLDataType.UUID).as("person_id"),
            inline("/incidents/exercises"))
        .from(CURRENT_BODY)
        .where(CURRENT_BODY.KIND.in("executive_board", "board", "company_board"));
  }
}

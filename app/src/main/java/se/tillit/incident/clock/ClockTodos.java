package se.tillit.incident.clock;

import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static se.tillit.schema.incident.Tables.CLOCK;
import static se.tillit.schema.incident.Tables.CLOCK_STEP;
import static se.tillit.schema.incident.Tables.INCIDENT;

import java.time.LocalDate;
import java.util.UUID;
import org.jooq.Record5;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import se.tillit.deadline.TodoSource;

/// What clocks ask of those who handle their cases.
@Component
class ClockTodos implements TodoSource {

  @Override
  public String kind() {
    return "incident.clock";
  }

  @Override
  public Select<Record5<UUID, String, LocalDate, String, String>> todosOf(UUID person) {
    return select(
            CLOCK_STEP.ID,
            ClockDeadlines.label(),
            ClockDeadlines.day(),
            concat(inline("/clocks/"), CLOCK.ID.cast(SQLDataType.VARCHAR)),
            castNull(SQLDataType.VARCHAR))
        .from(CLOCK_STEP)
        .join(CLOCK)
        .on(CLOCK.TENANT_ID.eq(CLOCK_STEP.TENANT_ID))
        .and(CLOCK.ID.eq(CLOCK_STEP.CLOCK_ID))
        .leftJoin(INCIDENT)
        .on(INCIDENT.TENANT_ID.eq(CLOCK.TENANT_ID))
        .and(INCIDENT.ID.eq(CLOCK.INCIDENT_ID))
        .where(CLOCK_STEP.STATE.eq(inline("open")))
        .and(CLOCK_STEP.OPTIONAL.isFalse())
        .and(CLOCK_STEP.NEXT_AT.isNotNull())
        .and(ClockDeadlines.real())
        .and(ClockDeadlines.handler().eq(person));
  }
}

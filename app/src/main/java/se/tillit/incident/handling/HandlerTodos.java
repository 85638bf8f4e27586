package se.tillit.incident.handling;

import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static se.tillit.schema.incident.Tables.INCIDENT;

import java.time.LocalDate;
import java.util.UUID;
import org.jooq.Record5;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import se.tillit.deadline.TodoSource;

/// The open cases that a person handles.
@Component
class HandlerTodos implements TodoSource {

  @Override
  public String kind() {
    return "incident.handle";
  }

  @Override
  public Select<Record5<UUID, String, LocalDate, String, String>> todosOf(UUID person) {
    return select(
            INCIDENT.ID,
            INCIDENT.REFERENCE,
            castNull(SQLDataType.LOCALDATE),
            concat(inline("/incidents/"), INCIDENT.ID.cast(SQLDataType.VARCHAR)),
            castNull(SQLDataType.VARCHAR))
        .from(INCIDENT)
        .where(INCIDENT.HANDLER_PERSON_ID.eq(person))
        .and(INCIDENT.OPEN)
        .and(INCIDENT.EXERCISE_ID.isNull())
        .and(INCIDENT.SECURITY_PROTECTION.eq(inline("NO")));
  }
}

package se.tillit.incident.handling;

import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static se.tillit.schema.incident.Tables.INCIDENT;
import static se.tillit.schema.incident.Tables.RECIPIENT;

import java.time.LocalDate;
import java.util.UUID;
import org.jooq.Record5;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import se.tillit.deadline.TodoSource;

/// Reports that nobody has looked at, on the list of each who was sent them: due the day they came.
@Component
class TriageTodos implements TodoSource {

  @Override
  public String kind() {
    return "incident.triage";
  }

  @Override
  public Select<Record5<UUID, String, LocalDate, String, String>> todosOf(UUID person) {
    return select(
            INCIDENT.ID,
            INCIDENT.REFERENCE,
            DSL.field(
                "({0} at time zone 'Europe/Stockholm')::date",
                SQLDataType.LOCALDATE, INCIDENT.REPORTED_AT),
            concat(
                inline("/incidents/"),
                INCIDENT.ID.cast(SQLDataType.VARCHAR),
                inline("/assessment")),
            castNull(SQLDataType.VARCHAR))
        .from(INCIDENT)
        .join(RECIPIENT)
        .on(RECIPIENT.TENANT_ID.eq(INCIDENT.TENANT_ID))
        .and(RECIPIENT.INCIDENT_ID.eq(INCIDENT.ID))
        .where(RECIPIENT.PERSON_ID.eq(person))
        .and(INCIDENT.OPEN)
        .and(INCIDENT.STATE.eq(inline("REPORTED")))
        .and(INCIDENT.HANDLER_PERSON_ID.isNull())
        .and(INCIDENT.EXERCISE_ID.isNull())
        .and(INCIDENT.SECURITY_PROTECTION.eq(inline("NO")));
  }
}

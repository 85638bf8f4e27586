package se.tillit.incident.exercise;

import static se.tillit.schema.incident.Tables.AFFECTED_BODY;
import static se.tillit.schema.incident.Tables.AFFECTED_LEGAL_ENTITY;
import static se.tillit.schema.incident.Tables.EXERCISE;
import static se.tillit.schema.incident.Tables.INCIDENT;
import static se.tillit.schema.incident.Tables.RECIPIENT;

import java.time.Instant;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import se.tillit.kernel.Acting;

/// Rows of the cases that are practised on.
@Component
class PractisedCases {

  private final DSLContext sql;

  PractisedCases(DSLContext sql) {
    this.sql = sql;
  }

  /// The case to practise on: marked as an exercise from its first moment.
  void open(UUID incident, Exercise exercise, String title, Instant now) {
    UUID entity =
        sql.select(EXERCISE.LEGAL_ENTITY_ID)
            .from(EXERCISE)
            .where(EXERCISE.ID.eq(exercise.id()))
            .fetchSingle()
            .value1();
    sql.insertInto(INCIDENT)
        .set(INCIDENT.TENANT_ID, tenant())
        .set(INCIDENT.ID, incident)
        .set(INCIDENT.REFERENCE, exercise.reference())
        .set(INCIDENT.TITLE, title)
        .set(INCIDENT.HAPPENING, exercise.goal())
        .set(INCIDENT.CERTAINTY, "SUSPECTED")
        .set(INCIDENT.NOTICED_AT, now)
        .set(INCIDENT.AWARE_AT, now)
        .set(INCIDENT.REPORTED_AT, now)
        .set(INCIDENT.BODY_ID, exercise.place().body())
        .set(INCIDENT.LEGAL_ENTITY_ID, entity)
        .set(INCIDENT.EXERCISE_ID, exercise.id())
        .execute();
    sql.insertInto(AFFECTED_BODY)
        .set(AFFECTED_BODY.TENANT_ID, tenant())
        .set(AFFECTED_BODY.INCIDENT_ID, incident)
        .set(AFFECTED_BODY.BODY_ID, exercise.place().body())
        .execute();
    sql.insertInto(AFFECTED_LEGAL_ENTITY)
        .set(AFFECTED_LEGAL_ENTITY.TENANT_ID, tenant())
        .set(AFFECTED_LEGAL_ENTITY.INCIDENT_ID, incident)
        .set(AFFECTED_LEGAL_ENTITY.LEGAL_ENTITY_ID, entity)
        .execute();
  }

  void close(UUID incident, Instant now) {
    sql.update(INCIDENT)
        .set(INCIDENT.STATE, "CLOSED")
        .set(INCIDENT.CLOSED_AT, now)
        .set(INCIDENT.VERSION, INCIDENT.VERSION.plus(1))
        .where(INCIDENT.ID.eq(incident))
        .and(INCIDENT.STATE.ne("CLOSED"))
        .execute();
  }

  /// Lets those who take part see the case.
  void show(UUID incident, Exercise exercise, Instant now) {
    sql.batch(
            exercise.participants().stream()
                .map(it ->
                    sql.insertInto(RECIPIENT)
                        .set(RECIPIENT.TENANT_ID, tenant())
                        .set(RECIPIENT.INCIDENT_ID, incident)
                        .set(RECIPIENT.PERSON_ID, it.person())
                        .set(RECIPIENT.TOLD_AT, now)
                        .onConflictDoNothing())
                .toList())
        .execute();
  }

  private static UUID tenant() {
    return Acting.current().tenant().value();
  }
}

package se.tillit.incident.handling;

import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static se.tillit.schema.incident.Tables.AFFECTED_BODY;
import static se.tillit.schema.incident.Tables.AFFECTED_LEGAL_ENTITY;
import static se.tillit.schema.incident.Tables.INCIDENT;
import static se.tillit.schema.incident.Tables.RECIPIENT;
import static se.tillit.schema.organisation.Tables.CURRENT_BODY;
import static se.tillit.schema.organisation.Tables.CURRENT_LEGAL_ENTITY;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT;
import static se.tillit.schema.organisation.Tables.PERSON_NAME;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tillit.incident.CaseCard;
import se.tillit.incident.Certainty;
import se.tillit.incident.IncidentState;
import se.tillit.kernel.Acting;
import se.tillit.schema.incident.tables.records.IncidentRecord;
import se.tillit.schema.organisation.tables.PersonName;

/// Rows of cases.
@Component
class CaseStore {

  private static final PersonName REPORTER = PERSON_NAME.as("reporter");
  private static final PersonName HANDLER = PERSON_NAME.as("handler");

  private final DSLContext sql;

  CaseStore(DSLContext sql) {
    this.sql = sql;
  }

  Optional<Incident> find(Condition seen, UUID id) {
    return sql.select(INCIDENT.fields())
        .select(
            CURRENT_UNIT.NAME,
            CURRENT_BODY.NAME,
            CURRENT_LEGAL_ENTITY.NAME,
            REPORTER.NAME,
            HANDLER.NAME)
        .from(INCIDENT)
        .leftJoin(CURRENT_UNIT)
        .on(CURRENT_UNIT.TENANT_ID.eq(INCIDENT.TENANT_ID))
        .and(CURRENT_UNIT.UNIT_ID.eq(INCIDENT.UNIT_ID))
        .leftJoin(CURRENT_BODY)
        .on(CURRENT_BODY.TENANT_ID.eq(INCIDENT.TENANT_ID))
        .and(CURRENT_BODY.BODY_ID.eq(INCIDENT.BODY_ID))
        .leftJoin(CURRENT_LEGAL_ENTITY)
        .on(CURRENT_LEGAL_ENTITY.TENANT_ID.eq(INCIDENT.TENANT_ID))
        .and(CURRENT_LEGAL_ENTITY.LEGAL_ENTITY_ID.eq(INCIDENT.LEGAL_ENTITY_ID))
        .leftJoin(REPORTER)
        .on(REPORTER.TENANT_ID.eq(INCIDENT.TENANT_ID))
        .and(REPORTER.PERSON_ID.eq(INCIDENT.REPORTER_PERSON_ID))
        .leftJoin(HANDLER)
        .on(HANDLER.TENANT_ID.eq(INCIDENT.TENANT_ID))
        .and(HANDLER.PERSON_ID.eq(INCIDENT.HANDLER_PERSON_ID))
        .where(seen)
        .and(INCIDENT.ID.eq(id))
        .fetchOptional(CaseStore::read);
  }

  Optional<UUID> byReference(Condition seen, String reference) {
    return sql.select(INCIDENT.ID)
        .from(INCIDENT)
        .where(seen)
        .and(INCIDENT.REFERENCE.eq(reference))
        .fetchOptional(INCIDENT.ID);
  }

  /// Writes columns unless somebody else wrote since the version was read.
  boolean update(UUID id, int version, Map<? extends Field<?>, ? extends @Nullable Object> values) {
    return sql.update(INCIDENT)
            .set(values)
            .set(INCIDENT.VERSION, INCIDENT.VERSION.plus(1))
            .where(INCIDENT.ID.eq(id))
            .and(INCIDENT.VERSION.eq(version))
            .execute()
        == 1;
  }

  /// The body's legal entity; none when there is no such body today.
  Optional<UUID> entityOf(UUID body) {
    return sql.select(CURRENT_BODY.LEGAL_ENTITY_ID)
        .from(CURRENT_BODY)
        .where(CURRENT_BODY.BODY_ID.eq(body))
        .fetchOptional(CURRENT_BODY.LEGAL_ENTITY_ID);
  }

  boolean knowsPerson(UUID person) {
    return sql.fetchExists(selectOne().from(PERSON_NAME).where(PERSON_NAME.PERSON_ID.eq(person)));
  }

  Set<UUID> bodies(UUID id) {
    return sql.select(AFFECTED_BODY.BODY_ID)
        .from(AFFECTED_BODY)
        .where(AFFECTED_BODY.INCIDENT_ID.eq(id))
        .fetchSet(AFFECTED_BODY.BODY_ID);
  }

  Set<UUID> legalEntities(UUID id) {
    return sql.select(AFFECTED_LEGAL_ENTITY.LEGAL_ENTITY_ID)
        .from(AFFECTED_LEGAL_ENTITY)
        .where(AFFECTED_LEGAL_ENTITY.INCIDENT_ID.eq(id))
        .fetchSet(AFFECTED_LEGAL_ENTITY.LEGAL_ENTITY_ID);
  }

  void affect(UUID id, UUID body, UUID entity) {
    UUID tenant = Acting.current().tenant().value();
    sql.insertInto(AFFECTED_BODY).values(tenant, id, body).onConflictDoNothing().execute();
    sql.insertInto(AFFECTED_LEGAL_ENTITY)
        .values(tenant, id, entity)
        .onConflictDoNothing()
        .execute();
  }

  boolean isRecipient(UUID id, UUID person) {
    return sql.fetchExists(
        select(RECIPIENT.PERSON_ID)
            .from(RECIPIENT)
            .where(RECIPIENT.INCIDENT_ID.eq(id))
            .and(RECIPIENT.PERSON_ID.eq(person)));
  }

  private static Incident read(Record row) {
    var i = row.into(INCIDENT);
    return new Incident(
        i.getId(),
        i.getReference(),
        new Incident.Told(i.getTitle(), i.getHappening(), i.getAbout()),
        Certainty.of(i.getCertainty()),
        IncidentState.of(i.getState()),
        new Incident.Place(
            i.getUnitId(),
            row.get(CURRENT_UNIT.NAME),
            i.getBodyId(),
            row.get(CURRENT_BODY.NAME),
            i.getLegalEntityId(),
            row.get(CURRENT_LEGAL_ENTITY.NAME)),
        new CaseCard.Moments(
            i.getOccurredAt(),
            i.getNoticedAt(),
            i.getAwareAt(),
            i.getContainedAt(),
            i.getHandledAt(),
            i.getClosedAt(),
            i.getReportedAt()),
        new Incident.Hands(
            i.getReporterPersonId(),
            row.get(REPORTER.NAME),
            i.getAnonymous(),
            i.getHandlerPersonId(),
            row.get(HANDLER.NAME)),
        judged(i),
        harm(i),
        new Incident.Done(
            i.getContainment(), i.getRecovery(), i.getCause(), i.getCauseText(), i.getLessons()),
        new Incident.Filed(
            i.getSecrecyGround(), i.getDiaryNumber(), i.getDuplicateOf(), i.getExerciseId()),
        i.getVersion());
  }

  private static Incident.Judged judged(IncidentRecord i) {
    Short severity = i.getSeverity();
    Short of = i.getSeverityOf();
    return new Incident.Judged(
        i.getKind(),
        severity == null ? null : severity.intValue(),
        of == null ? null : of.intValue(),
        i.getSeverityLabel(),
        i.getSeverityMotive());
  }

  private static Incident.Harm harm(IncidentRecord i) {
    return new Incident.Harm(
        i.getPersonalData(),
        i.getPersonsAffected(),
        i.getRecordsAffected(),
        i.getCrimeSuspected(),
        i.getCrisisManagement());
  }
}

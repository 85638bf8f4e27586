package se.tillit.incident.draft;

import static org.jooq.impl.DSL.inline;
import static se.tillit.schema.incident.Tables.CLOCK;
import static se.tillit.schema.incident.Tables.CLOCK_STEP;
import static se.tillit.schema.incident.Tables.SUBMISSION;
import static se.tillit.schema.organisation.Tables.CURRENT_BODY;
import static se.tillit.schema.organisation.Tables.CURRENT_LEGAL_ENTITY;
import static se.tillit.schema.organisation.Tables.LIVING_HOLDER;
import static se.tillit.schema.organisation.Tables.PERSON_NAME;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tillit.identity.Role;

/// Who answers for clocks, as an authority asks for it: the entity's name and number, the data
/// protection officer, and whether the data subjects have been told. Read once for all steps.
@Component
class Answerers {

  private static final String TO_DATA_SUBJECTS = "gdpr-34";

  private final DSLContext sql;

  Answerers(DSLContext sql) {
    this.sql = sql;
  }

  /// Everything about those who may answer for the clocks of a case.
  record Directory(
      Map<UUID, Entity> entityOfBody,
      Map<UUID, Entity> entities,
      List<Officer> officers,
      Map<UUID, Material.Informed> informed) {

    Material.Answering answering(ClockedStep step) {
      ClockedStep.OfClock clock = step.clock();
      UUID body = clock.body();
      Entity entity = body == null ? entities.get(clock.entity()) : entityOfBody.get(body);
      return new Material.Answering(
          clock.responsible(),
          entity == null ? clock.responsible() : entity.name(),
          entity == null ? "" : entity.number(),
          officer(body, entity),
          clock.startedAt(),
          step.lateBecause());
    }

    Material.Informed informed(ClockedStep step) {
      UUID body = step.clock().body();
      return body == null
          ? Material.Informed.UNKNOWN
          : informed.getOrDefault(body, Material.Informed.UNKNOWN);
    }

    // The nearest: the body's own, else the entity's, else the one for all.
    private Material.@Nullable Contact officer(@Nullable UUID body, @Nullable Entity entity) {
      Officer nearest = null;
      int best = -1;
      for (Officer one : officers) {
        int reach = one.reach(body, entity == null ? null : entity.id());
        if (reach > best) {
          best = reach;
          nearest = one;
        }
      }
      return nearest == null ? null : nearest.contact();
    }
  }

  record Entity(UUID id, String name, String number) {}

  record Officer(@Nullable UUID body, @Nullable UUID entity, Material.Contact contact) {

    int reach(@Nullable UUID forBody, @Nullable UUID forEntity) {
      if (body != null) {
        return body.equals(forBody) ? 2 : -1;
      }
      return entity == null ? 0 : entity.equals(forEntity) ? 1 : -1;
    }
  }

  Directory directory(@Nullable UUID incident) {
    return new Directory(
        entityOfBody(), entities(), officers(), incident == null ? Map.of() : informed(incident));
  }

  private Map<UUID, Entity> entities() {
    var entities = new HashMap<UUID, Entity>();
    sql.select(
            CURRENT_LEGAL_ENTITY.LEGAL_ENTITY_ID,
            CURRENT_LEGAL_ENTITY.NAME,
            CURRENT_LEGAL_ENTITY.ORGANISATION_NUMBER)
        .from(CURRENT_LEGAL_ENTITY)
        .forEach(
            row -> entities.put(row.value1(), entity(row.value1(), row.value2(), row.value3())));
    return entities;
  }

  private Map<UUID, Entity> entityOfBody() {
    var bodies = new HashMap<UUID, Entity>();
    sql.select(
            CURRENT_BODY.BODY_ID,
            CURRENT_LEGAL_ENTITY.LEGAL_ENTITY_ID,
            CURRENT_LEGAL_ENTITY.NAME,
            CURRENT_LEGAL_ENTITY.ORGANISATION_NUMBER)
        .from(CURRENT_BODY)
        .join(CURRENT_LEGAL_ENTITY)
        .on(CURRENT_LEGAL_ENTITY.TENANT_ID.eq(CURRENT_BODY.TENANT_ID))
        .and(CURRENT_LEGAL_ENTITY.LEGAL_ENTITY_ID.eq(CURRENT_BODY.LEGAL_ENTITY_ID))
        .forEach(row -> bodies.put(row.value1(), entity(row.value2(), row.value3(), row.value4())));
    return bodies;
  }

  private static Entity entity(UUID id, String name, @Nullable String number) {
    return new Entity(id, name, number == null ? "" : number);
  }

  private List<Officer> officers() {
    return sql.select(
            LIVING_HOLDER.BODY_ID,
            LIVING_HOLDER.LEGAL_ENTITY_ID,
            PERSON_NAME.NAME,
            PERSON_NAME.EMAIL,
            PERSON_NAME.PHONE)
        .from(LIVING_HOLDER)
        .join(PERSON_NAME)
        .on(PERSON_NAME.TENANT_ID.eq(LIVING_HOLDER.TENANT_ID))
        .and(PERSON_NAME.PERSON_ID.eq(LIVING_HOLDER.PERSON_ID))
        .where(LIVING_HOLDER.ROLE.eq(inline(Role.DATA_PROTECTION_OFFICER.key())))
        .and(LIVING_HOLDER.UNIT_ID.isNull())
        .orderBy(LIVING_HOLDER.DEPUTY, LIVING_HOLDER.ID)
        .fetch(row ->
            new Officer(
                row.value1(),
                row.value2(),
                Materials.contact(row.value3(), row.value4(), row.value5())));
  }

  private Map<UUID, Material.Informed> informed(UUID incident) {
    var informed = new HashMap<UUID, Material.Informed>();
    sql.select(CLOCK.BODY_ID, CLOCK.STATE, CLOCK.WAIVED_BECAUSE, SUBMISSION.SUBMITTED_AT)
        .from(CLOCK)
        .leftJoin(CLOCK_STEP)
        .on(CLOCK_STEP.TENANT_ID.eq(CLOCK.TENANT_ID))
        .and(CLOCK_STEP.CLOCK_ID.eq(CLOCK.ID))
        .leftJoin(SUBMISSION)
        .on(SUBMISSION.TENANT_ID.eq(CLOCK_STEP.TENANT_ID))
        .and(SUBMISSION.STEP_ID.eq(CLOCK_STEP.ID))
        .where(CLOCK.INCIDENT_ID.eq(incident))
        .and(CLOCK.REGIME.eq(inline(TO_DATA_SUBJECTS)))
        .and(CLOCK.BODY_ID.isNotNull())
        .forEach(row ->
            informed.put(
                row.value1(),
                new Material.Informed(row.value2().equals("running"), row.value4(), row.value3())));
    return informed;
  }
}

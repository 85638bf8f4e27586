package se.tillit.incident.draft;

import static org.jooq.impl.DSL.inline;
import static se.tillit.schema.asset.Tables.CURRENT_ASSET;
import static se.tillit.schema.asset.Tables.CURRENT_CARRIER;
import static se.tillit.schema.asset.Tables.GROUND_IN_FORCE;
import static se.tillit.schema.incident.Tables.AFFECTED_ASSET;
import static se.tillit.schema.incident.Tables.AFFECTED_CARRIER;
import static se.tillit.schema.incident.Tables.CONSEQUENCE;
import static se.tillit.schema.incident.Tables.EVENT;
import static se.tillit.schema.incident.Tables.INCIDENT;
import static se.tillit.schema.organisation.Tables.PERSON_NAME;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tillit.incident.routing.Terms;
import se.tillit.kernel.Unknown;
import se.tillit.schema.incident.tables.records.IncidentRecord;

/// Gathers what a case knows, in one go for all its drafts.
@Component
class Materials {

  private static final Material.Answering NOBODY =
      new Material.Answering("", "", "", null, Instant.EPOCH, "");

  private final DSLContext sql;
  private final Terms terms;

  Materials(DSLContext sql, Terms terms) {
    this.sql = sql;
    this.terms = terms;
  }

  Material of(UUID id) {
    IncidentRecord incident = sql.fetchOne(INCIDENT, INCIDENT.ID.eq(id));
    if (incident == null) {
      throw new Unknown("incident", id);
    }
    Map<String, String> grounds =
        sql.select(GROUND_IN_FORCE.CODE, GROUND_IN_FORCE.PROVISION)
            .from(GROUND_IN_FORCE)
            .fetchMap(GROUND_IN_FORCE.CODE, GROUND_IN_FORCE.PROVISION);
    String ground = incident.getSecrecyGround();
    var facts =
        new Material.Facts(
            contact(incident.getHandlerPersonId()),
            terms.find("kind", incident.getKind()).orElse(null),
            terms.find("cause", incident.getCause()).orElse(null),
            ground == null ? "" : grounds.getOrDefault(ground, ground),
            assets(id, grounds),
            carriers(id),
            events(id),
            consequences(id));
    return new Material(
        incident, facts, NOBODY, Material.Earlier.NOTHING, Material.Informed.UNKNOWN);
  }

  private Material.@Nullable Contact contact(@Nullable UUID person) {
    return person == null
        ? null
        : sql.select(PERSON_NAME.NAME, PERSON_NAME.EMAIL, PERSON_NAME.PHONE)
            .from(PERSON_NAME)
            .where(PERSON_NAME.PERSON_ID.eq(person))
            .fetchOne(row -> contact(row.value1(), row.value2(), row.value3()));
  }

  static Material.Contact contact(String name, @Nullable String email, @Nullable String phone) {
    return new Material.Contact(name, email == null ? "" : email, phone == null ? "" : phone);
  }

  private List<Material.Asset> assets(UUID id, Map<String, String> grounds) {
    return sql.select(
            CURRENT_ASSET.NAME,
            CURRENT_ASSET.CLASS_LABEL,
            CURRENT_ASSET.PERSONAL_DATA,
            CURRENT_ASSET.SECRECY,
            CURRENT_ASSET.PROTECTED_IDENTITIES)
        .from(AFFECTED_ASSET)
        .join(CURRENT_ASSET)
        .on(CURRENT_ASSET.TENANT_ID.eq(AFFECTED_ASSET.TENANT_ID))
        .and(CURRENT_ASSET.ASSET_ID.eq(AFFECTED_ASSET.ASSET_ID))
        .where(AFFECTED_ASSET.INCIDENT_ID.eq(id))
        .orderBy(CURRENT_ASSET.NAME)
        .limit(200)
        .fetch(row ->
            new Material.Asset(
                row.value1(),
                row.value2(),
                row.value3(),
                Arrays.stream(row.value4()).map(it -> grounds.getOrDefault(it, it)).toList(),
                row.value5()));
  }

  private List<Material.Carrier> carriers(UUID id) {
    return sql.select(CURRENT_CARRIER.NAME, CURRENT_CARRIER.KIND, CURRENT_CARRIER.SUPPLIER)
        .from(AFFECTED_CARRIER)
        .join(CURRENT_CARRIER)
        .on(CURRENT_CARRIER.TENANT_ID.eq(AFFECTED_CARRIER.TENANT_ID))
        .and(CURRENT_CARRIER.CARRIER_ID.eq(AFFECTED_CARRIER.CARRIER_ID))
        .where(AFFECTED_CARRIER.INCIDENT_ID.eq(id))
        .orderBy(CURRENT_CARRIER.NAME)
        .limit(200)
        .fetch(Records.mapping(Material.Carrier::new));
  }

  private List<Material.Noted> events(UUID id) {
    return sql.select(EVENT.AT, EVENT.TEXT)
        .from(EVENT)
        .where(EVENT.INCIDENT_ID.eq(id))
        .and(EVENT.AUTOMATIC.eq(inline(false)))
        .orderBy(EVENT.AT, EVENT.ID)
        .limit(200)
        .fetch(Records.mapping(Material.Noted::new));
  }

  private List<Material.Consequence> consequences(UUID id) {
    return sql.select(CONSEQUENCE.CATEGORY_NAME, CONSEQUENCE.LEVEL)
        .from(CONSEQUENCE)
        .where(CONSEQUENCE.INCIDENT_ID.eq(id))
        .orderBy(CONSEQUENCE.LEVEL.desc(), CONSEQUENCE.CATEGORY_NAME)
        .fetch(row -> new Material.Consequence(row.value1(), row.value2().intValue()));
  }
}

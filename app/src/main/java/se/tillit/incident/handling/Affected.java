package se.tillit.incident.handling;

import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static se.tillit.schema.asset.Tables.CURRENT_ASSET;
import static se.tillit.schema.asset.Tables.CURRENT_CARRIER;
import static se.tillit.schema.incident.Tables.AFFECTED_ASSET;
import static se.tillit.schema.incident.Tables.AFFECTED_BODY;
import static se.tillit.schema.incident.Tables.AFFECTED_CARRIER;
import static se.tillit.schema.incident.Tables.AFFECTED_LEGAL_ENTITY;
import static se.tillit.schema.organisation.Tables.CURRENT_BODY;
import static se.tillit.schema.organisation.Tables.CURRENT_LEGAL_ENTITY;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record8;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Refused;

/// What and whom a case strikes: information and its carriers with the levels and secrecy that come
/// along, bodies and legal entities.
@Component
public class Affected {

  private static final int MOST_HITS = 10;

  private final DSLContext sql;
  private final CaseReading reading;
  private final Trail trail;

  Affected(DSLContext sql, CaseReading reading, Trail trail) {
    this.sql = sql;
    this.reading = reading;
    this.trail = trail;
  }

  /// Which list something stands in.
  public enum Thing {
    ASSETS(AFFECTED_ASSET, AFFECTED_ASSET.ASSET_ID, AFFECTED_ASSET.INCIDENT_ID),
    CARRIERS(AFFECTED_CARRIER, AFFECTED_CARRIER.CARRIER_ID, AFFECTED_CARRIER.INCIDENT_ID),
    BODIES(AFFECTED_BODY, AFFECTED_BODY.BODY_ID, AFFECTED_BODY.INCIDENT_ID),
    ENTITIES(
        AFFECTED_LEGAL_ENTITY,
        AFFECTED_LEGAL_ENTITY.LEGAL_ENTITY_ID,
        AFFECTED_LEGAL_ENTITY.INCIDENT_ID);

    private final Table<?> table;
    private final Field<UUID> thing;
    private final Field<UUID> incident;

    Thing(Table<?> table, Field<UUID> thing, Field<UUID> incident) {
      this.table = table;
      this.thing = thing;
      this.incident = incident;
    }

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Thing of(String key) {
      for (Thing one : values()) {
        if (one.key().equals(key)) {
          return one;
        }
      }
      throw new Refused("incident.affected.list-unknown").at("thing");
    }
  }

  /// Something struck, or something that may be added.
  ///
  /// @param level the class that it has, -1 for none; only for assets and carriers
  /// @param secrecy codes of the grounds that its information is secret by
  public record Struck(
      String thing,
      UUID id,
      String name,
      int level,
      String label,
      String profile,
      List<String> secrecy,
      @Nullable String personalData) {}

  @Transactional(readOnly = true)
  public List<Struck> of(UUID incident) {
    return sql.select(
            inline("assets"),
            CURRENT_ASSET.ASSET_ID,
            CURRENT_ASSET.NAME,
            CURRENT_ASSET.CLASS_LEVEL,
            CURRENT_ASSET.CLASS_LABEL,
            CURRENT_ASSET.CLASS_PROFILE,
            CURRENT_ASSET.SECRECY,
            CURRENT_ASSET.PERSONAL_DATA)
        .from(AFFECTED_ASSET)
        .join(CURRENT_ASSET)
        .on(CURRENT_ASSET.TENANT_ID.eq(AFFECTED_ASSET.TENANT_ID))
        .and(CURRENT_ASSET.ASSET_ID.eq(AFFECTED_ASSET.ASSET_ID))
        .where(AFFECTED_ASSET.INCIDENT_ID.eq(incident))
        .unionAll(carriers(incident))
        .unionAll(bodies(incident))
        .unionAll(entities(incident))
        .orderBy(1, 3)
        .fetch(Affected::struck);
  }

  private static Select<Record8<String, UUID, String, Short, String, String, String[], String>>
      carriers(UUID incident) {
    return select(
            inline("carriers"),
            CURRENT_CARRIER.CARRIER_ID,
            CURRENT_CARRIER.NAME,
            CURRENT_CARRIER.CLASS_LEVEL,
            CURRENT_CARRIER.CLASS_LABEL,
            CURRENT_CARRIER.CLASS_PROFILE,
            castNull(CURRENT_ASSET.SECRECY.getDataType()),
            castNull(SQLDataType.CLOB))
        .from(AFFECTED_CARRIER)
        .join(CURRENT_CARRIER)
        .on(CURRENT_CARRIER.TENANT_ID.eq(AFFECTED_CARRIER.TENANT_ID))
        .and(CURRENT_CARRIER.CARRIER_ID.eq(AFFECTED_CARRIER.CARRIER_ID))
        .where(AFFECTED_CARRIER.INCIDENT_ID.eq(incident));
  }

  private static Select<Record8<String, UUID, String, Short, String, String, String[], String>>
      bodies(UUID incident) {
    return select(
            inline("bodies"),
            CURRENT_BODY.BODY_ID,
            CURRENT_BODY.NAME,
            inline((short) -1),
            inline(""),
            inline(""),
            castNull(CURRENT_ASSET.SECRECY.getDataType()),
            castNull(SQLDataType.CLOB))
        .from(AFFECTED_BODY)
        .join(CURRENT_BODY)
        .on(CURRENT_BODY.TENANT_ID.eq(AFFECTED_BODY.TENANT_ID))
        .and(CURRENT_BODY.BODY_ID.eq(AFFECTED_BODY.BODY_ID))
        .where(AFFECTED_BODY.INCIDENT_ID.eq(incident));
  }

  private static Select<Record8<String, UUID, String, Short, String, String, String[], String>>
      entities(UUID incident) {
    return select(
            inline("entities"),
            CURRENT_LEGAL_ENTITY.LEGAL_ENTITY_ID,
            CURRENT_LEGAL_ENTITY.NAME,
            inline((short) -1),
            inline(""),
            inline(""),
            castNull(CURRENT_ASSET.SECRECY.getDataType()),
            castNull(SQLDataType.CLOB))
        .from(AFFECTED_LEGAL_ENTITY)
        .join(CURRENT_LEGAL_ENTITY)
        .on(CURRENT_LEGAL_ENTITY.TENANT_ID.eq(AFFECTED_LEGAL_ENTITY.TENANT_ID))
        .and(CURRENT_LEGAL_ENTITY.LEGAL_ENTITY_ID.eq(AFFECTED_LEGAL_ENTITY.LEGAL_ENTITY_ID))
        .where(AFFECTED_LEGAL_ENTITY.INCIDENT_ID.eq(incident));
  }

  /// What may be added, by the words of its name: carriers, and information within the viewer's
  /// reach.
  @Transactional(readOnly = true)
  public List<Struck> found(Viewer viewer, String words) {
    String wanted = words.strip();
    if (wanted.length() < 2) {
      return List.of();
    }
    return sql.select(
            inline("carriers"),
            CURRENT_CARRIER.CARRIER_ID,
            CURRENT_CARRIER.NAME,
            CURRENT_CARRIER.CLASS_LEVEL,
            CURRENT_CARRIER.CLASS_LABEL,
            CURRENT_CARRIER.CLASS_PROFILE,
            castNull(CURRENT_ASSET.SECRECY.getDataType()),
            castNull(SQLDataType.CLOB))
        .from(CURRENT_CARRIER)
        .where(CURRENT_CARRIER.NAME.containsIgnoreCase(wanted))
        .limit(MOST_HITS)
        .unionAll(
            select(
                    inline("assets"),
                    CURRENT_ASSET.ASSET_ID,
                    CURRENT_ASSET.NAME,
                    CURRENT_ASSET.CLASS_LEVEL,
                    CURRENT_ASSET.CLASS_LABEL,
                    CURRENT_ASSET.CLASS_PROFILE,
                    CURRENT_ASSET.SECRECY,
                    CURRENT_ASSET.PERSONAL_DATA)
                .from(CURRENT_ASSET)
                .where(CURRENT_ASSET.NAME.containsIgnoreCase(wanted))
                .and(viewer.scope("asset.read").covers(CURRENT_ASSET.UNIT_ID))
                .limit(MOST_HITS))
        .fetch(Affected::struck);
  }

  @Transactional
  public void add(Viewer viewer, UUID id, Thing thing, UUID what) {
    Incident incident = reading.handled(viewer, id);
    CaseRegister.demandOpen(incident);
    if (!knows(thing, what)) {
      throw new Refused("incident.affected.unknown").at("what");
    }
    int added =
        sql.insertInto(thing.table)
            .set(DSL.field(DSL.name("tenant_id"), UUID.class), tenant())
            .set(unqualified(thing.incident), id)
            .set(unqualified(thing.thing), what)
            .onConflictDoNothing()
            .execute();
    if (added == 1) {
      trail.record("incident.affected-added", subject(incident), detail(thing, what));
    }
  }

  @Transactional
  public void remove(Viewer viewer, UUID id, Thing thing, UUID what) {
    Incident incident = reading.handled(viewer, id);
    CaseRegister.demandOpen(incident);
    if (thing == Thing.BODIES && what.equals(incident.place().body())) {
      throw new Refused("incident.affected.responsible").at("what");
    }
    int removed =
        sql.deleteFrom(thing.table)
            .where(thing.incident.eq(id))
            .and(thing.thing.eq(what))
            .execute();
    if (removed == 1) {
      trail.record("incident.affected-removed", subject(incident), detail(thing, what));
    }
  }

  /// What the one strikes, the other does too: they turned out to be the same event.
  void merge(UUID from, UUID into) {
    for (Thing thing : Thing.values()) {
      sql.insertInto(thing.table)
          .columns(
              DSL.field(DSL.name("tenant_id"), UUID.class),
              unqualified(thing.incident),
              unqualified(thing.thing))
          .select(
              select(DSL.val(tenant()), DSL.val(into), thing.thing)
                  .from(thing.table)
                  .where(thing.incident.eq(from)))
          .onConflictDoNothing()
          .execute();
    }
  }

  private boolean knows(Thing thing, UUID what) {
    return switch (thing) {
      case ASSETS -> sql.fetchExists(CURRENT_ASSET, CURRENT_ASSET.ASSET_ID.eq(what));
      case CARRIERS -> sql.fetchExists(CURRENT_CARRIER, CURRENT_CARRIER.CARRIER_ID.eq(what));
      case BODIES -> sql.fetchExists(CURRENT_BODY, CURRENT_BODY.BODY_ID.eq(what));
      case ENTITIES ->
          sql.fetchExists(CURRENT_LEGAL_ENTITY, CURRENT_LEGAL_ENTITY.LEGAL_ENTITY_ID.eq(what));
    };
  }

  private static Field<UUID> unqualified(Field<UUID> field) {
    return DSL.field(DSL.name(field.getName()), UUID.class);
  }

  private static Struck struck(
      Record8<String, UUID, String, Short, String, String, String[], String> row) {
    String[] secrecy = row.value7();
    return new Struck(
        row.value1(),
        row.value2(),
        row.value3(),
        row.value4(),
        row.value5(),
        row.value6(),
        secrecy == null ? List.of() : List.of(secrecy),
        row.value8());
  }

  private static Subject subject(Incident incident) {
    return Subject.of("incident", incident.id(), incident.reference());
  }

  private static Detail detail(Thing thing, UUID what) {
    return Detail.of("list", thing.key()).with("what", what);
  }

  private static UUID tenant() {
    return Acting.current().tenant().value();
  }
}

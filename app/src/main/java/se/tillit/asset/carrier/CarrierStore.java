package se.tillit.asset.carrier;

import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static se.tillit.schema.asset.Tables.ASSET_CARRIER;
import static se.tillit.schema.asset.Tables.CARRIER;
import static se.tillit.schema.asset.Tables.INFORMATION_ASSET;
import static se.tillit.schema.organisation.Tables.CURRENT_ASSIGNMENT;
import static se.tillit.schema.organisation.Tables.CURRENT_MANAGER;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT;
import static se.tillit.schema.organisation.Tables.PERSON_NAME;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tillit.asset.CarrierKind;
import se.tillit.asset.SettledClass;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Stale;
import se.tillit.schema.asset.tables.records.CarrierRecord;

/// The rows of carriers.
@Component
class CarrierStore {

  /// Who answers for the carrier: the one appointed as long as she works here, else the unit's
  /// manager.
  private static final Field<UUID> OWNER =
      case_()
          .when(
              exists(
                  selectOne()
                      .from(CURRENT_ASSIGNMENT)
                      .where(CURRENT_ASSIGNMENT.PERSON_ID.eq(CARRIER.DELEGATED_OWNER))),
              CARRIER.DELEGATED_OWNER)
          .else_(
              field(
                  select(CURRENT_MANAGER.PERSON_ID)
                      .from(CURRENT_MANAGER)
                      .where(CURRENT_MANAGER.UNIT_ID.eq(CARRIER.UNIT_ID))));

  private final DSLContext sql;
  private final Clock clock;

  CarrierStore(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  void insert(UUID id, CarrierDraft draft) {
    var row = sql.newRecord(CARRIER);
    row.setTenantId(Acting.current().tenant().value());
    row.setId(id);
    row.setCreatedAt(clock.instant());
    write(row, draft);
    row.insert();
  }

  void update(UUID id, int version, CarrierDraft draft) {
    var row = sql.newRecord(CARRIER);
    write(row, draft);
    row.setVersion(version + 1);
    int changed =
        sql.update(CARRIER)
            .set(row)
            .where(CARRIER.ID.eq(id))
            .and(CARRIER.VERSION.eq(version))
            .execute();
    if (changed == 0) {
      throw new Stale("carrier", id);
    }
  }

  void retire(UUID id, boolean retired) {
    sql.update(CARRIER)
        .set(CARRIER.STATE, retired ? "retired" : "active")
        .set(CARRIER.VERSION, CARRIER.VERSION.plus(1))
        .set(CARRIER.CHANGED_AT, clock.instant())
        .where(CARRIER.ID.eq(id))
        .execute();
  }

  private void write(CarrierRecord row, CarrierDraft draft) {
    row.setName(draft.name());
    row.setKind(draft.kind().key());
    row.setDescription(draft.description());
    row.setUnitId(draft.unit());
    row.setDelegatedOwner(draft.owner());
    row.setSupplier(draft.supplier());
    row.setChangedAt(clock.instant());
  }

  Optional<Carrier> find(UUID id) {
    return carriers(CARRIER.ID.eq(id), 1).stream().findFirst();
  }

  boolean isNameTaken(String name, @Nullable UUID except) {
    Condition others = except == null ? org.jooq.impl.DSL.noCondition() : CARRIER.ID.ne(except);
    return sql.fetchExists(CARRIER, CARRIER.NAME.eq(name).and(others));
  }

  List<Carrier> carriers(Condition wanted, int most) {
    Field<UUID> ownerId = OWNER.as("owner_id");
    var carrier =
        select(CARRIER.fields())
            .select(ownerId)
            .from(CARRIER)
            .where(wanted)
            .orderBy(CARRIER.NAME, CARRIER.ID)
            .limit(most)
            .asTable("carrier");
    return sql.select(carrier.fields())
        .select(CURRENT_UNIT.NAME.as("unit_name"), PERSON_NAME.NAME.as("owner_name"))
        .from(carrier)
        .leftJoin(CURRENT_UNIT)
        .on(CURRENT_UNIT.UNIT_ID.eq(carrier.field(CARRIER.UNIT_ID)))
        .leftJoin(PERSON_NAME)
        .on(PERSON_NAME.PERSON_ID.eq(carrier.field(ownerId)))
        .orderBy(carrier.field(CARRIER.NAME), carrier.field(CARRIER.ID))
        .fetch(CarrierStore::carrier);
  }

  private static Carrier carrier(Record row) {
    // By place: to find columns by name in a derived table costs jOOQ more than the rest of the
    // page.
    var it = new CarrierRecord();
    it.fromArray(row.intoArray());
    String unitName = row.get("unit_name", String.class);
    return new Carrier(
        it.getId(),
        it.getState().equals("retired"),
        new CarrierDraft(
            it.getName(),
            CarrierKind.of(it.getKind()).orElseThrow(),
            it.getDescription(),
            it.getUnitId(),
            it.getDelegatedOwner(),
            it.getSupplier()),
        unitName == null ? "" : unitName,
        row.get("owner_id", UUID.class),
        row.get("owner_name", String.class),
        new SettledClass(
            it.getClassLevel(), it.getClassOf(), it.getClassLabel(), it.getClassProfile(), null),
        it.getVersion());
  }

  /// What the carrier carries, as far as the viewer may see it, gravest first.
  List<Carried> carriedBy(UUID carrier, Viewer viewer) {
    return sql.select(
            INFORMATION_ASSET.ID,
            INFORMATION_ASSET.NAME,
            coalesce(CURRENT_UNIT.NAME, inline("")),
            INFORMATION_ASSET.CLASS_LABEL,
            INFORMATION_ASSET.CLASS_PROFILE)
        .from(ASSET_CARRIER)
        .join(INFORMATION_ASSET)
        .on(INFORMATION_ASSET.ID.eq(ASSET_CARRIER.ASSET_ID))
        .leftJoin(CURRENT_UNIT)
        .on(CURRENT_UNIT.UNIT_ID.eq(INFORMATION_ASSET.UNIT_ID))
        .where(ASSET_CARRIER.CARRIER_ID.eq(carrier))
        .and(INFORMATION_ASSET.STATE.eq("active"))
        .and(viewer.scope("asset.read").covers(INFORMATION_ASSET.UNIT_ID))
        .orderBy(INFORMATION_ASSET.CLASS_LEVEL.desc(), INFORMATION_ASSET.NAME)
        .limit(200)
        .fetch(Records.mapping(Carried::new));
  }

  boolean worksHere(UUID person) {
    return sql.fetchExists(CURRENT_ASSIGNMENT, CURRENT_ASSIGNMENT.PERSON_ID.eq(person));
  }

  boolean isUnit(UUID unit) {
    return sql.fetchExists(CURRENT_UNIT, CURRENT_UNIT.UNIT_ID.eq(unit));
  }
}

package se.tillit.asset.register;

import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static se.tillit.schema.asset.Tables.INFORMATION_ASSET;
import static se.tillit.schema.organisation.Tables.CURRENT_ASSIGNMENT;
import static se.tillit.schema.organisation.Tables.CURRENT_MANAGER;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT;
import static se.tillit.schema.organisation.Tables.PERSON_NAME;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tillit.asset.Criticality;
import se.tillit.asset.InformationForm;
import se.tillit.asset.PersonalData;
import se.tillit.asset.SettledClass;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Stale;
import se.tillit.schema.asset.tables.records.InformationAssetRecord;

/// The rows of the register.
@Component
class AssetStore {

  /// The manager of the asset's unit: her own, else the nearest above.
  static final Field<UUID> STEWARD =
      field(
          select(CURRENT_MANAGER.PERSON_ID)
              .from(CURRENT_MANAGER)
              .where(CURRENT_MANAGER.UNIT_ID.eq(INFORMATION_ASSET.UNIT_ID)));

  /// Who answers for the asset; null when the delegate has left, or when nobody manages the unit.
  static final Field<UUID> OWNER =
      case_()
          .when(INFORMATION_ASSET.DELEGATED_OWNER.isNull(), STEWARD)
          .when(
              exists(
                  selectOne()
                      .from(CURRENT_ASSIGNMENT)
                      .where(CURRENT_ASSIGNMENT.PERSON_ID.eq(INFORMATION_ASSET.DELEGATED_OWNER))),
              INFORMATION_ASSET.DELEGATED_OWNER);

  private final DSLContext sql;
  private final Clock clock;

  AssetStore(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  void insert(UUID id, AssetDraft draft) {
    var row = sql.newRecord(INFORMATION_ASSET);
    row.setTenantId(Acting.current().tenant().value());
    row.setId(id);
    row.setCreatedAt(now());
    write(row, draft);
    row.insert();
  }

  /// Writes the draft over the version that was read.
  void update(UUID id, int version, AssetDraft draft) {
    var row = sql.newRecord(INFORMATION_ASSET);
    write(row, draft);
    row.setVersion(version + 1);
    int changed =
        sql.update(INFORMATION_ASSET)
            .set(row)
            .where(INFORMATION_ASSET.ID.eq(id))
            .and(INFORMATION_ASSET.VERSION.eq(version))
            .execute();
    if (changed == 0) {
      throw new Stale("asset", id);
    }
  }

  void changeState(UUID id, Asset.State state) {
    sql.update(INFORMATION_ASSET)
        .set(INFORMATION_ASSET.STATE, state.name().toLowerCase(java.util.Locale.ROOT))
        .set(INFORMATION_ASSET.VERSION, INFORMATION_ASSET.VERSION.plus(1))
        .set(INFORMATION_ASSET.CHANGED_AT, now())
        .where(INFORMATION_ASSET.ID.eq(id))
        .execute();
  }

  private void write(InformationAssetRecord row, AssetDraft draft) {
    row.setName(draft.name());
    row.setDescription(draft.description());
    row.setInformationType(draft.informationType());
    row.setUnitId(draft.unit());
    row.setForms(draft.forms().stream().sorted().map(InformationForm::key).toArray(String[]::new));
    row.setPersonalData(draft.content().personalData().key());
    row.setProtectedIdentities(draft.content().protectedIdentities());
    row.setSecrecy(draft.content().secrecy().toArray(String[]::new));
    row.setRecordPlan(draft.content().recordPlan());
    row.setCriticalityNormal(draft.need().normal().key());
    row.setCriticalityCrisis(draft.need().crisis().key());
    row.setChangedAt(now());
  }

  Optional<Asset> find(UUID id) {
    return find(Set.of(id)).stream().findFirst();
  }

  List<Asset> find(Collection<UUID> ids) {
    var owner = PERSON_NAME.as("owner");
    var steward = PERSON_NAME.as("steward");
    var confirmer = PERSON_NAME.as("confirmer");
    Field<UUID> ownerId = OWNER.as("owner_id");
    Field<UUID> stewardId = STEWARD.as("steward_id");
    var asset =
        select(INFORMATION_ASSET.fields())
            .select(ownerId, stewardId)
            .from(INFORMATION_ASSET)
            .where(INFORMATION_ASSET.ID.in(ids))
            // A fence: owners are found for these rows alone, not by hashing all people.
            .offset(inline(0))
            .asTable("asset");
    var unit = asset.field(INFORMATION_ASSET.UNIT_ID);
    return sql.select(asset.fields())
        .select(CURRENT_UNIT.NAME.as("unit_name"))
        .select(owner.NAME.as("owner_name"), steward.NAME.as("steward_name"))
        .select(confirmer.NAME.as("confirmer_name"))
        .from(asset)
        .leftJoin(CURRENT_UNIT)
        .on(CURRENT_UNIT.UNIT_ID.eq(unit))
        .leftJoin(owner)
        .on(owner.PERSON_ID.eq(asset.field(ownerId)))
        .leftJoin(steward)
        .on(steward.PERSON_ID.eq(asset.field(stewardId)))
        .leftJoin(confirmer)
        .on(confirmer.PERSON_ID.eq(asset.field(INFORMATION_ASSET.CONFIRMED_BY)))
        .fetch(AssetStore::asset);
  }

  private static Asset asset(Record row) {
    var it = leading(row);
    String unitName = row.get("unit_name", String.class);
    return new Asset(
        it.getId(),
        Asset.State.valueOf(it.getState().toUpperCase(java.util.Locale.ROOT)),
        facts(it),
        new Asset.Ownership(
            unitName == null ? "" : unitName,
            row.get("owner_id", UUID.class),
            row.get("owner_name", String.class),
            it.getDelegatedOwner(),
            row.get("steward_id", UUID.class),
            row.get("steward_name", String.class)),
        new Asset.Confirmation(it.getConfirmedOn(), row.get("confirmer_name", String.class)),
        new SettledClass(
            it.getClassLevel(),
            it.getClassOf(),
            it.getClassLabel(),
            it.getClassProfile(),
            it.getClassUntil()),
        it.getVersion());
  }

  /// The asset that a row's first columns hold, by their place: to find them by name in a derived
  /// table costs jOOQ more than all the rest of a list page.
  static InformationAssetRecord leading(Record row) {
    var asset = new InformationAssetRecord();
    asset.fromArray(row.intoArray());
    return asset;
  }

  static AssetDraft facts(InformationAssetRecord it) {
    return new AssetDraft(
        it.getName(),
        it.getDescription(),
        it.getInformationType(),
        it.getUnitId(),
        Arrays.stream(it.getForms())
            .map(form -> InformationForm.of(form).orElseThrow())
            .collect(Collectors.toSet()),
        new AssetDraft.Content(
            PersonalData.of(it.getPersonalData()).orElseThrow(),
            it.getProtectedIdentities(),
            List.of(it.getSecrecy()),
            it.getRecordPlan()),
        new AssetDraft.Need(
            Criticality.of(it.getCriticalityNormal()).orElseThrow(),
            Criticality.of(it.getCriticalityCrisis()).orElseThrow()));
  }

  boolean isUnit(UUID unit) {
    return sql.fetchExists(CURRENT_UNIT, CURRENT_UNIT.UNIT_ID.eq(unit));
  }

  boolean worksHere(UUID person) {
    return sql.fetchExists(CURRENT_ASSIGNMENT, CURRENT_ASSIGNMENT.PERSON_ID.eq(person));
  }

  private Instant now() {
    return clock.instant();
  }

  static @Nullable UUID personOf(se.tillit.identity.Viewer viewer) {
    var person = viewer.person();
    return person == null ? null : person.value();
  }
}

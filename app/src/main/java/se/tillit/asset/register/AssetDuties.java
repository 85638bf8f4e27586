package se.tillit.asset.register;

import static se.tillit.schema.asset.Tables.INFORMATION_ASSET;
import static se.tillit.schema.organisation.Tables.PERSON_NAME;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Forbidden;
import se.tillit.kernel.Refused;

/// Who answers for assets, and her yearly word that they are rightly described (K-4e). One asset or
/// many at once.
@Component
class AssetDuties {

  static final int MOST = 100;
  private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

  private final DSLContext sql;
  private final AssetReading reading;
  private final AssetStore store;
  private final Trail trail;
  private final Clock clock;

  AssetDuties(DSLContext sql, AssetReading reading, AssetStore store, Trail trail, Clock clock) {
    this.sql = sql;
    this.reading = reading;
    this.store = store;
    this.trail = trail;
    this.clock = clock;
  }

  /// The owner, or whoever may write for the unit, says that all is as it stands.
  @Transactional
  public int confirm(Viewer viewer, Collection<UUID> ids) {
    List<Asset> assets = writable(viewer, ids);
    sql.update(INFORMATION_ASSET)
        .set(INFORMATION_ASSET.CONFIRMED_ON, LocalDate.now(clock.withZone(SWEDEN)))
        .set(INFORMATION_ASSET.CONFIRMED_BY, AssetStore.personOf(viewer))
        .set(INFORMATION_ASSET.VERSION, INFORMATION_ASSET.VERSION.plus(1))
        .where(INFORMATION_ASSET.ID.in(ids))
        .execute();
    for (Asset asset : assets) {
      trail.record("asset.confirmed", Subject.of("asset", asset.id(), asset.name()));
    }
    return assets.size();
  }

  /// Appoints an owner; nobody gives the duty back to the unit's manager.
  @Transactional
  public int delegate(Viewer viewer, Collection<UUID> ids, @Nullable UUID person) {
    if (person != null && !store.worksHere(person)) {
      throw new Refused("asset.delegate.not-here").at("person");
    }
    List<Asset> assets = writable(viewer, ids);
    for (Asset asset : assets) {
      if (!viewer.scope(AssetReading.WRITE).reaches(asset.facts().unit())) {
        throw new Forbidden(AssetReading.WRITE);
      }
    }
    change(ids, INFORMATION_ASSET.DELEGATED_OWNER, person);
    String name = nameOf(person);
    for (Asset asset : assets) {
      trail.record(
          "asset.delegated",
          Subject.of("asset", asset.id(), asset.name()),
          Detail.none().changed("owner", asset.ownership().ownerName(), name));
    }
    return assets.size();
  }

  /// Moves assets to another unit, as when the operation moves.
  @Transactional
  public int move(Viewer viewer, Collection<UUID> ids, UUID unit) {
    viewer.demand(AssetReading.WRITE, unit);
    if (!store.isUnit(unit)) {
      throw new Refused("asset.unit.unknown").at("unit");
    }
    List<Asset> assets = writable(viewer, ids);
    change(ids, INFORMATION_ASSET.UNIT_ID, unit);
    for (Asset asset : assets) {
      trail.record(
          "asset.moved",
          Subject.of("asset", asset.id(), asset.name()),
          Detail.none().changed("unit", asset.facts().unit(), unit));
    }
    return assets.size();
  }

  private void change(Collection<UUID> ids, Field<UUID> field, @Nullable UUID value) {
    sql.update(INFORMATION_ASSET)
        .set(field, value)
        .set(INFORMATION_ASSET.VERSION, INFORMATION_ASSET.VERSION.plus(1))
        .set(INFORMATION_ASSET.CHANGED_AT, clock.instant())
        .where(INFORMATION_ASSET.ID.in(ids))
        .execute();
  }

  private List<Asset> writable(Viewer viewer, Collection<UUID> ids) {
    if (ids.isEmpty()) {
      throw new Refused("asset.bulk.none");
    }
    if (ids.size() > MOST) {
      throw new Refused("asset.bulk.too-many", MOST);
    }
    return reading.writable(viewer, ids);
  }

  private String nameOf(@Nullable UUID person) {
    if (person == null) {
      return "";
    }
    String name =
        sql.select(PERSON_NAME.NAME)
            .from(PERSON_NAME)
            .where(PERSON_NAME.PERSON_ID.eq(person))
            .fetchOne(PERSON_NAME.NAME);
    return name == null ? "" : name;
  }
}

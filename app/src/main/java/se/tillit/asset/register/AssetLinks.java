package se.tillit.asset.register;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static se.tillit.schema.asset.Tables.ASSET_CARRIER;
import static se.tillit.schema.asset.Tables.CARRIER;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.asset.CarriersTouched;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Refused;

/// Which carriers an asset is on.
@Component
public class AssetLinks {

  private final DSLContext sql;
  private final ApplicationEventPublisher events;

  AssetLinks(DSLContext sql, ApplicationEventPublisher events) {
    this.sql = sql;
    this.events = events;
  }

  /// A carrier as an asset's page shows it.
  public record Linked(UUID id, String name, String kind, String classLabel, String classProfile) {}

  @Transactional(readOnly = true)
  public List<Linked> of(UUID asset) {
    return sql.select(
            CARRIER.ID, CARRIER.NAME, CARRIER.KIND, CARRIER.CLASS_LABEL, CARRIER.CLASS_PROFILE)
        .from(ASSET_CARRIER)
        .join(CARRIER)
        .on(CARRIER.ID.eq(ASSET_CARRIER.CARRIER_ID))
        .where(ASSET_CARRIER.ASSET_ID.eq(asset))
        .orderBy(CARRIER.NAME)
        .fetch(Records.mapping(Linked::new));
  }

  @Transactional(readOnly = true)
  public List<UUID> carriers(UUID asset) {
    return carriersOf(asset).stream().sorted().toList();
  }

  Set<UUID> carriersOf(UUID asset) {
    return Set.copyOf(
        sql.select(ASSET_CARRIER.CARRIER_ID)
            .from(ASSET_CARRIER)
            .where(ASSET_CARRIER.ASSET_ID.eq(asset))
            .fetch(ASSET_CARRIER.CARRIER_ID));
  }

  void replace(UUID asset, Collection<UUID> carriers) {
    Set<UUID> before = carriersOf(asset);
    Set<UUID> after = Set.copyOf(carriers);
    if (before.equals(after)) {
      return;
    }
    int known =
        sql.select(count())
            .from(CARRIER)
            .where(CARRIER.ID.in(after))
            .and(CARRIER.STATE.eq("active"))
            .fetchSingle()
            .value1();
    if (known < after.size()) {
      throw new Refused("asset.carriers.unknown").at("carriers");
    }
    sql.deleteFrom(ASSET_CARRIER)
        .where(ASSET_CARRIER.ASSET_ID.eq(asset))
        .and(ASSET_CARRIER.CARRIER_ID.notIn(after))
        .execute();
    UUID tenant = Acting.current().tenant().value();
    sql.insertInto(
            ASSET_CARRIER,
            ASSET_CARRIER.TENANT_ID,
            ASSET_CARRIER.ASSET_ID,
            ASSET_CARRIER.CARRIER_ID)
        .select(
            select(inline(tenant), inline(asset), CARRIER.ID)
                .from(CARRIER)
                .where(CARRIER.ID.in(after)))
        .onConflictDoNothing()
        .execute();
    var touched = new HashSet<>(before);
    touched.addAll(after);
    events.publishEvent(new CarriersTouched(touched));
  }

  /// The asset itself changed in a way that its carriers must know.
  void touch(UUID asset) {
    Set<UUID> carriers = carriersOf(asset);
    if (!carriers.isEmpty()) {
      events.publishEvent(new CarriersTouched(carriers));
    }
  }
}

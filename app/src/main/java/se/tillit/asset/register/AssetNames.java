package se.tillit.asset.register;

import static se.tillit.schema.asset.Tables.CARRIER;
import static se.tillit.schema.asset.Tables.INFORMATION_ASSET;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import se.tillit.audittrail.NameSource;

/// Assets and carriers by name in the trail.
@Component
class AssetNames implements NameSource {

  private final DSLContext sql;

  AssetNames(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public boolean isContent() {
    return true;
  }

  @Override
  public Map<UUID, String> namesOf(Collection<UUID> ids) {
    var wanted = DSL.any(ids.toArray(UUID[]::new));
    return sql.select(INFORMATION_ASSET.ID, INFORMATION_ASSET.NAME)
        .from(INFORMATION_ASSET)
        .where(INFORMATION_ASSET.ID.eq(wanted))
        .unionAll(DSL.select(CARRIER.ID, CARRIER.NAME).from(CARRIER).where(CARRIER.ID.eq(wanted)))
        .fetchMap(INFORMATION_ASSET.ID, INFORMATION_ASSET.NAME);
  }
}

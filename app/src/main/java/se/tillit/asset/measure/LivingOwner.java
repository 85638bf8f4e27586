package se.tillit.asset.measure;

import static se.tillit.schema.asset.Tables.ASSET_OWNER;

import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record8;
import org.jooq.Select;
import org.springframework.stereotype.Component;
import se.tillit.identity.Role;
import se.tillit.indicator.Indicator;

/// Assets with a living owner (K-4.1.2, K-4e): somebody who works here answers for each.
@Component
class LivingOwner implements Indicator {

  private final DSLContext sql;

  LivingOwner(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public String key() {
    return "asset.living-owner";
  }

  @Override
  public Set<String> subjects() {
    return Set.of("asset", "assignment", "unit", "person");
  }

  @Override
  public String responsible() {
    return Role.MANAGER.key();
  }

  @Override
  public Select<Record8<UUID, UUID, UUID, String, Boolean, String, UUID, String>> records() {
    return AssetFigures.eachAsset(
        sql,
        ASSET_OWNER.OWNER_ID.isNotNull(),
        "asset.indicator.living-owner.remedy",
        ASSET_OWNER.STEWARD_ID);
  }
}

package se.tillit.asset.measure;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static se.tillit.schema.asset.Tables.ASSET_OWNER;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record8;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import se.tillit.identity.Role;
import se.tillit.indicator.Indicator;

/// Assets whose owner has said within a year that they are rightly described (K-4.1.4a).
@Component
class Confirmed implements Indicator {

  private static final LocalDate NEVER = LocalDate.of(1, 1, 1);

  private final DSLContext sql;

  Confirmed(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public String key() {
    return "asset.confirmed";
  }

  @Override
  public Set<String> subjects() {
    return Set.of("asset", "assignment", "unit");
  }

  @Override
  public String responsible() {
    return Role.MANAGER.key();
  }

  @Override
  public Select<Record8<UUID, UUID, UUID, String, Boolean, String, UUID, String>> records() {
    return AssetFigures.eachAsset(
        sql,
        coalesce(ASSET_OWNER.CONFIRMED_ON, inline(NEVER, SQLDataType.LOCALDATE))
            .ge(AssetFigures.A_YEAR_AGO),
        "asset.indicator.confirmed.remedy",
        coalesce(ASSET_OWNER.OWNER_ID, ASSET_OWNER.STEWARD_ID));
  }
}

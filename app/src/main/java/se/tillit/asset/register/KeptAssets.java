package se.tillit.asset.register;

import static se.tillit.schema.asset.Tables.INFORMATION_ASSET;

import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import se.tillit.organisation.UnitContents;

/// The assets of a unit: information outlives the unit that kept it, so somebody takes it over
/// (K-4e).
@Component
class KeptAssets implements UnitContents {

  private final DSLContext sql;

  KeptAssets(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public String leftKey() {
    return "asset.unit-keeps";
  }

  @Override
  public int left(UUID unit) {
    return sql.fetchCount(
        INFORMATION_ASSET,
        INFORMATION_ASSET.UNIT_ID.eq(unit).and(INFORMATION_ASSET.STATE.ne("retired")));
  }
}

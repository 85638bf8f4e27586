package se.tillit.asset.register;

import static se.tillit.schema.asset.Tables.INFORMATION_ASSET;

import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import se.tillit.audittrail.Veil;
import se.tillit.identity.Viewer;

/// What the trail tells of a locked asset is for the head of security alone, as the asset itself.
@Component
class LockedVeil implements Veil {

  private final DSLContext sql;

  LockedVeil(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public Set<UUID> veiled(Viewer viewer, Set<UUID> things) {
    return sql.select(INFORMATION_ASSET.ID)
        .from(INFORMATION_ASSET)
        .where(INFORMATION_ASSET.ID.in(things))
        .and(INFORMATION_ASSET.STATE.eq("locked"))
        .andNot(viewer.scope(AssetReading.SECURITY).covers(INFORMATION_ASSET.UNIT_ID))
        .fetchSet(INFORMATION_ASSET.ID);
  }
}

package se.tillit.asset.register;

import static se.tillit.schema.asset.Tables.CARRIER;
import static se.tillit.schema.asset.Tables.INFORMATION_ASSET;

import java.util.Collection;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.asset.AssetCard;
import se.tillit.asset.Assets;
import se.tillit.asset.SettledClass;
import se.tillit.identity.Viewer;

/// Answers later modules about assets, and keeps beside them what the classification settles.
@Component
class SettledAssets implements Assets {

  private final DSLContext sql;
  private final AssetReading reading;

  SettledAssets(DSLContext sql, AssetReading reading) {
    this.sql = sql;
    this.reading = reading;
  }

  @Override
  @Transactional(readOnly = true)
  public AssetCard find(Viewer viewer, String permission, UUID asset) {
    Asset found = reading.seen(viewer, permission, asset);
    AssetDraft facts = found.facts();
    return new AssetCard(
        found.id(),
        found.name(),
        facts.informationType(),
        facts.unit(),
        found.ownership().unitName(),
        found.ownership().owner(),
        facts.forms(),
        AssetReading.mayWrite(viewer, found));
  }

  @Override
  @Transactional
  public void settle(UUID asset, SettledClass settled) {
    sql.update(INFORMATION_ASSET)
        .set(INFORMATION_ASSET.CLASS_LEVEL, (short) settled.level())
        .set(INFORMATION_ASSET.CLASS_OF, (short) settled.of())
        .set(INFORMATION_ASSET.CLASS_LABEL, settled.label())
        .set(INFORMATION_ASSET.CLASS_PROFILE, settled.profile())
        .set(INFORMATION_ASSET.CLASS_UNTIL, settled.until())
        .where(INFORMATION_ASSET.ID.eq(asset))
        .execute();
  }

  @Override
  @Transactional
  public void unsettle(UUID asset) {
    settle(asset, SettledClass.NONE);
  }

  @Override
  @Transactional
  public void settleCarriers(Collection<SettledCarrier> carriers) {
    for (SettledCarrier one : carriers) {
      SettledClass settled = one.settled();
      sql.update(CARRIER)
          .set(CARRIER.CLASS_LEVEL, (short) settled.level())
          .set(CARRIER.CLASS_OF, (short) settled.of())
          .set(CARRIER.CLASS_LABEL, settled.label())
          .set(CARRIER.CLASS_PROFILE, settled.profile())
          .where(CARRIER.ID.eq(one.carrier()))
          .execute();
    }
  }
}

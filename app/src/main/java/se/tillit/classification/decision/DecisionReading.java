package se.tillit.classification.decision;

import static se.tillit.schema.asset.Tables.CURRENT_ASSET;
import static se.tillit.schema.classification.Tables.DECISION;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.asset.AssetCard;
import se.tillit.asset.Assets;
import se.tillit.classification.Model;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Unknown;

/// Finds classifications as far as the viewer may see their assets.
@Component
public class DecisionReading {

  static final int PAGE = 50;

  private final DSLContext sql;
  private final Assets assets;
  private final DecisionStore store;
  private final CommonClasses common;

  DecisionReading(DSLContext sql, Assets assets, DecisionStore store, CommonClasses common) {
    this.sql = sql;
    this.assets = assets;
    this.store = store;
    this.common = common;
  }

  /// A classification with its asset, and the class that is common to such information.
  public record Found(Decision decision, AssetCard asset, @Nullable CommonClass common) {

    /// The step after an aspect: the next aspect, then the decision.
    String nextAfter(String aspect) {
      List<Model.Aspect> aspects = decision.model().aspects();
      for (int i = 0; i + 1 < aspects.size(); i++) {
        if (aspects.get(i).key().equals(aspect)) {
          return aspects.get(i + 1).key();
        }
      }
      return DecisionPages.DECIDE;
    }
  }

  @Transactional(readOnly = true)
  public Found find(Viewer viewer, UUID id) {
    Decision decision = store.find(id).orElseThrow(() -> new Unknown("classification", id));
    AssetCard asset = assets.find(viewer, DecisionRegister.READ, decision.asset());
    return new Found(decision, asset, common.forType(asset.informationType()).orElse(null));
  }

  /// All that has been decided of an asset, newest first, and what is under way.
  public record History(
      AssetCard asset,
      @Nullable Decision settled,
      @Nullable Decision underWay,
      List<Decision> past) {}

  @Transactional(readOnly = true)
  public History ofAsset(Viewer viewer, UUID asset) {
    AssetCard card = assets.find(viewer, DecisionRegister.READ, asset);
    Optional<Decision> settled = store.ofAsset(asset, Decision.State.SETTLED);
    Optional<Decision> underWay =
        store.ofAsset(asset, Decision.State.DRAFT, Decision.State.PROPOSED);
    return new History(card, settled.orElse(null), underWay.orElse(null), store.history(asset));
  }

  /// A line of the list of classifications.
  public record Line(
      UUID id,
      UUID asset,
      String assetName,
      String unitName,
      String state,
      String profile,
      @Nullable LocalDate validUntil,
      Instant begunAt,
      String begunBy) {}

  /// The latest classifications in a state, of assets in the viewer's reach.
  @Transactional(readOnly = true)
  public List<Line> latest(Viewer viewer, Decision.State state) {
    return sql.select(
            DECISION.ID,
            CURRENT_ASSET.ASSET_ID,
            CURRENT_ASSET.NAME,
            CURRENT_UNIT.NAME,
            DECISION.STATE,
            CURRENT_ASSET.CLASS_PROFILE,
            DECISION.VALID_UNTIL,
            DECISION.BEGUN_AT,
            DECISION.BEGUN_BY)
        .from(DECISION)
        .join(CURRENT_ASSET)
        .on(CURRENT_ASSET.ASSET_ID.eq(DECISION.ASSET_ID))
        .join(CURRENT_UNIT)
        .on(CURRENT_UNIT.UNIT_ID.eq(CURRENT_ASSET.UNIT_ID))
        .where(DECISION.STATE.eq(state.name().toLowerCase(java.util.Locale.ROOT)))
        .and(viewer.scope(DecisionRegister.READ).covers(CURRENT_ASSET.UNIT_ID))
        .orderBy(
            state == Decision.State.SETTLED ? DECISION.VALID_UNTIL.asc() : DECISION.BEGUN_AT.desc(),
            DECISION.ID.asc())
        .limit(PAGE)
        .fetch(Records.mapping(Line::new));
  }
}

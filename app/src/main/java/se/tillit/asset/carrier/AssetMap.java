package se.tillit.asset.carrier;

import static org.jooq.impl.DSL.count;
import static se.tillit.schema.asset.Tables.ASSET_CARRIER;
import static se.tillit.schema.asset.Tables.CARRIER;
import static se.tillit.schema.asset.Tables.CURRENT_ASSET;
import static se.tillit.schema.asset.Tables.FLOW;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT_ANCESTOR;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.identity.Viewer;

/// Which operations have information on which carriers, and how it flows between them, as far as
/// the viewer sees.
@Component
public class AssetMap {

  private static final int MOST = 400;

  private final DSLContext sql;

  AssetMap(DSLContext sql) {
    this.sql = sql;
  }

  /// So many assets of an uppermost unit are on a carrier.
  public record Tie(
      UUID unit, String unitName, UUID carrier, String carrierName, int level, int assets) {}

  /// Information goes from one carrier to another.
  public record Current(UUID from, String fromName, UUID to, String toName, String note) {}

  @Transactional(readOnly = true)
  public List<Tie> ties(Viewer viewer) {
    return sql.select(
            CURRENT_UNIT.UNIT_ID,
            CURRENT_UNIT.NAME,
            CARRIER.ID,
            CARRIER.NAME,
            CARRIER.CLASS_LEVEL,
            count())
        .from(ASSET_CARRIER)
        .join(CURRENT_ASSET)
        .on(CURRENT_ASSET.ASSET_ID.eq(ASSET_CARRIER.ASSET_ID))
        .join(CARRIER)
        .on(CARRIER.ID.eq(ASSET_CARRIER.CARRIER_ID))
        .and(CARRIER.STATE.eq("active"))
        .join(CURRENT_UNIT_ANCESTOR)
        .on(CURRENT_UNIT_ANCESTOR.UNIT_ID.eq(CURRENT_ASSET.UNIT_ID))
        .join(CURRENT_UNIT)
        .on(CURRENT_UNIT.UNIT_ID.eq(CURRENT_UNIT_ANCESTOR.ANCESTOR_ID))
        .and(CURRENT_UNIT.PARENT_ID.isNull())
        .where(viewer.scope(CarrierRegister.READ).covers(CURRENT_ASSET.UNIT_ID))
        .groupBy(
            CURRENT_UNIT.UNIT_ID, CURRENT_UNIT.NAME, CARRIER.ID, CARRIER.NAME, CARRIER.CLASS_LEVEL)
        .orderBy(count().desc(), CURRENT_UNIT.NAME, CARRIER.NAME)
        .limit(MOST)
        .fetch(row ->
            new Tie(
                row.value1(),
                row.value2(),
                row.value3(),
                row.value4(),
                row.value5(),
                row.value6()));
  }

  @Transactional(readOnly = true)
  public List<Current> currents() {
    var from = CARRIER.as("from_carrier");
    var to = CARRIER.as("to_carrier");
    return sql.select(FLOW.FROM_CARRIER, from.NAME, FLOW.TO_CARRIER, to.NAME, FLOW.NOTE)
        .from(FLOW)
        .join(from)
        .on(from.ID.eq(FLOW.FROM_CARRIER))
        .join(to)
        .on(to.ID.eq(FLOW.TO_CARRIER))
        .orderBy(from.NAME, to.NAME)
        .limit(MOST)
        .fetch(Records.mapping(Current::new));
  }
}

package se.tillit.asset.measure;

import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static se.tillit.schema.asset.Tables.ASSET_OWNER;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT;

import java.time.LocalDate;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record8;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import se.tillit.schema.kernel.Routines;

/// What the figures on assets have in common: each asset with its unit, owner and page.
final class AssetFigures {

  /// Confirmation holds for a year.
  static final Field<LocalDate> A_YEAR_AGO =
      field("({0} - interval '1 year')::date", SQLDataType.LOCALDATE, Routines.today());

  private AssetFigures() {}

  /// Every asset in use, with whether it is met; who can mend it is its owner, else the unit's
  /// manager.
  static Select<Record8<UUID, UUID, UUID, String, Boolean, String, UUID, String>> eachAsset(
      DSLContext sql, Condition met, String remedy, Field<UUID> person) {
    return sql.select(
            CURRENT_UNIT.BODY_ID,
            CURRENT_UNIT.UNIT_ID,
            ASSET_OWNER.ASSET_ID,
            ASSET_OWNER.NAME,
            field(met),
            case_().when(met, inline("")).else_(inline(remedy)),
            person,
            concat(inline("/assets/"), ASSET_OWNER.ASSET_ID.cast(SQLDataType.VARCHAR)))
        .from(ASSET_OWNER)
        .leftJoin(CURRENT_UNIT)
        .on(CURRENT_UNIT.UNIT_ID.eq(ASSET_OWNER.UNIT_ID));
  }
}

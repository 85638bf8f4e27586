package se.tillit.asset;

import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trunc;
import static se.tillit.schema.asset.Tables.ASSET_OWNER;
import static se.tillit.schema.asset.Tables.CURRENT_ASSET;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT;

import java.time.LocalDate;
import java.util.UUID;
import org.jooq.DatePart;
import org.jooq.Field;
import org.jooq.Record8;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;

/// What falls due for assets by a day that each of them has: one line a unit, owner and month, or
/// the year would be nothing else.
public final class DueAssets {

  private DueAssets() {}

  /// @param due the day, told of `CURRENT_ASSET`; assets without one have nothing due
  public static Select<Record8<LocalDate, String, UUID, UUID, UUID, String, Boolean, UUID>> by(
      Field<LocalDate> due) {
    var a = CURRENT_ASSET;
    var o = ASSET_OWNER;
    var u = CURRENT_UNIT;
    return select(
            min(due),
            concat(u.NAME, inline(" ("), count().cast(SQLDataType.VARCHAR), inline(")")),
            u.BODY_ID,
            a.UNIT_ID,
            o.OWNER_ID,
            concat(inline("/assets?unit="), a.UNIT_ID.cast(SQLDataType.VARCHAR)),
            inline(false),
            field("(array_agg({0} order by {0}))[1]", UUID.class, a.ASSET_ID))
        .from(a)
        .join(o)
        .on(o.TENANT_ID.eq(a.TENANT_ID))
        .and(o.ASSET_ID.eq(a.ASSET_ID))
        .join(u)
        .on(u.TENANT_ID.eq(a.TENANT_ID))
        .and(u.UNIT_ID.eq(a.UNIT_ID))
        .where(due.isNotNull())
        .groupBy(u.NAME, u.BODY_ID, a.UNIT_ID, o.OWNER_ID, trunc(due, DatePart.MONTH));
  }
}

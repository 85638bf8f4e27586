package se.tillit.asset.register;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.listAgg;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;
import static se.tillit.schema.asset.Tables.ASSET_CARRIER;
import static se.tillit.schema.asset.Tables.CARRIER;
import static se.tillit.schema.asset.Tables.INFORMATION_ASSET;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT;
import static se.tillit.schema.organisation.Tables.PERSON_NAME;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a spreadsheet of the register holds beyond its list: all that the import reads back, for
/// the rows of a page in one statement.
@Component
class AssetExtras {

  private final DSLContext sql;

  AssetExtras(DSLContext sql) {
    this.sql = sql;
  }

  /// A row of the list with the rest of it.
  record Full(AssetRow row, Extra extra) {}

  /// @param unit the name of the unit, with the one above where others share it
  /// @param owner the e-mail address of the owner who was appointed
  /// @param carriers their names, parted by semicolons
  record Extra(
      UUID id,
      String description,
      String recordPlan,
      String unit,
      @Nullable String owner,
      @Nullable String carriers) {}

  @Transactional(readOnly = true)
  public List<Full> of(List<AssetRow> rows) {
    Map<UUID, Extra> extras =
        read(rows.stream().map(AssetRow::id).toList()).stream()
            .collect(Collectors.toMap(Extra::id, extra -> extra));
    var full = new ArrayList<Full>();
    for (AssetRow row : rows) {
      Extra extra = extras.get(row.id());
      if (extra != null) {
        full.add(new Full(row, extra));
      }
    }
    return full;
  }

  private List<Extra> read(List<UUID> ids) {
    var namesake = CURRENT_UNIT.as("namesake");
    var above = CURRENT_UNIT.as("above");
    var shared =
        org.jooq.impl.DSL.exists(
            org.jooq
                .impl
                .DSL
                .selectOne()
                .from(namesake)
                .where(namesake.NAME.equalIgnoreCase(CURRENT_UNIT.NAME))
                .and(namesake.UNIT_ID.ne(CURRENT_UNIT.UNIT_ID)));
    return sql.select(
            INFORMATION_ASSET.ID,
            INFORMATION_ASSET.DESCRIPTION,
            INFORMATION_ASSET.RECORD_PLAN,
            when(
                    shared.and(above.NAME.isNotNull()),
                    CURRENT_UNIT.NAME.concat(inline(" ("), above.NAME, inline(")")))
                .otherwise(coalesce(CURRENT_UNIT.NAME, inline(""))),
            when(PERSON_NAME.PROTECTED.isFalse(), PERSON_NAME.EMAIL),
            field(
                select(listAgg(CARRIER.NAME, "; ").withinGroupOrderBy(CARRIER.NAME))
                    .from(ASSET_CARRIER)
                    .join(CARRIER)
                    .on(
                        CARRIER.TENANT_ID.eq(ASSET_CARRIER.TENANT_ID),
                        CARRIER.ID.eq(ASSET_CARRIER.CARRIER_ID))
                    .where(ASSET_CARRIER.ASSET_ID.eq(INFORMATION_ASSET.ID))
                    .and(CARRIER.STATE.eq("active"))))
        .from(INFORMATION_ASSET)
        .leftJoin(CURRENT_UNIT)
        .on(CURRENT_UNIT.UNIT_ID.eq(INFORMATION_ASSET.UNIT_ID))
        .leftJoin(above)
        .on(above.UNIT_ID.eq(CURRENT_UNIT.PARENT_ID))
        .leftJoin(PERSON_NAME)
        .on(PERSON_NAME.PERSON_ID.eq(INFORMATION_ASSET.DELEGATED_OWNER))
        .where(INFORMATION_ASSET.ID.in(ids))
        .fetch(org.jooq.Records.mapping(Extra::new));
  }
}

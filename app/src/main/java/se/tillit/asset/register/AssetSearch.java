package se.tillit.asset.register;

import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static se.tillit.schema.asset.Tables.INFORMATION_ASSET;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT;

import java.util.Set;
import java.util.UUID;
import org.jooq.Record7;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import se.tillit.search.SearchSource;
import se.tillit.web.Icon;

/// Lets information assets be found by their words.
@Component
class AssetSearch implements SearchSource {

  @Override
  public String kind() {
    return "asset";
  }

  @Override
  public String labelKey() {
    return "asset.search.asset";
  }

  @Override
  public Icon icon() {
    return Icon.ASSET;
  }

  @Override
  public String permission() {
    return AssetReading.READ;
  }

  @Override
  public Set<String> subjects() {
    return Set.of("asset");
  }

  @Override
  public Select<Record7<UUID, UUID, UUID, String, String, String, String>> records() {
    return select(
            INFORMATION_ASSET.ID,
            INFORMATION_ASSET.UNIT_ID,
            castNull(SQLDataType.UUID),
            INFORMATION_ASSET.NAME,
            coalesce(CURRENT_UNIT.NAME, inline("")),
            concat(INFORMATION_ASSET.INFORMATION_TYPE, inline(" "), INFORMATION_ASSET.DESCRIPTION),
            concat(inline("/assets/"), INFORMATION_ASSET.ID.cast(SQLDataType.VARCHAR)))
        .from(INFORMATION_ASSET)
        .leftJoin(CURRENT_UNIT)
        .on(CURRENT_UNIT.UNIT_ID.eq(INFORMATION_ASSET.UNIT_ID))
        .where(INFORMATION_ASSET.STATE.eq(inline("active")));
  }
}

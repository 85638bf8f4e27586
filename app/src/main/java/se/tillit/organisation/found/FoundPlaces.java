package se.tillit.organisation.found;

import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static se.tillit.schema.organisation.Tables.CURRENT_BODY;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT;

import java.util.Set;
import java.util.UUID;
import org.jooq.Record7;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import se.tillit.search.SearchSource;
import se.tillit.web.Icon;

/// Lets units be found by name and by the body they answer to. Everybody may see how the organisation is built.
@Component
class FoundPlaces implements SearchSource {

  @Override
  public String kind() {
    return "unit";
  }

  @Override
  public String labelKey() {
    return "organisation.search.unit";
  }

  @Override
  public Icon icon() {
    return Icon.ORGANISATION;
  }

  @Override
  public String permission() {
    return "organisation.read";
  }

  @Override
  public Set<String> subjects() {
    return Set.of("unit");
  }

  @Override
  public Set<String> contexts() {
    return Set.of("body");
  }

  @Override
  public Select<Record7<UUID, UUID, UUID, String, String, String, String>> records() {
    // Found by anyone, wherever: so neither unit nor body cuts.
    return select(
            CURRENT_UNIT.UNIT_ID,
            castNull(SQLDataType.UUID),
            castNull(SQLDataType.UUID),
            CURRENT_UNIT.NAME,
            coalesce(CURRENT_BODY.NAME, inline("")),
            inline(""),
            concat(inline("/units/"), CURRENT_UNIT.UNIT_ID.cast(SQLDataType.VARCHAR)))
        .from(CURRENT_UNIT)
        .leftJoin(CURRENT_BODY)
        .on(CURRENT_BODY.TENANT_ID.eq(CURRENT_UNIT.TENANT_ID))
        .and(CURRENT_BODY.BODY_ID.eq(CURRENT_UNIT.BODY_ID));
  }
}

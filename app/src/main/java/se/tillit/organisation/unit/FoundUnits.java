package se.tillit.organisation.unit;

import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static se.tillit.schema.organisation.Tables.BODY;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT;

import java.util.Set;
import java.util.UUID;
import org.jooq.Record7;
import org.jooq.Select;
import org.springframework.stereotype.Component;
import se.tillit.search.SearchSource;
import se.tillit.web.Icon;

/// Units, found by name.
@Component
class FoundUnits implements SearchSource {

  @Override
  public String kind() {
    return "unit";
  }

  @Override
  public String labelKey() {
    return "organisation.unit.list.title";
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
  public Select<Record7<UUID, UUID, UUID, String, String, String, String>> records() {
    return select(
            CURRENT_UNIT.UNIT_ID,
            CURRENT_UNIT.UNIT_ID,
            CURRENT_UNIT.BODY_ID,
            CURRENT_UNIT.NAME,
            BODY.NAME,
            inline(""),
            concat(inline("/units/"), CURRENT_UNIT.UNIT_ID.cast(String.class)))
        .from(CURRENT_UNIT)
        .join(BODY)
        .on(BODY.TENANT_ID.eq(CURRENT_UNIT.TENANT_ID), BODY.ID.eq(CURRENT_UNIT.BODY_ID));
  }
}

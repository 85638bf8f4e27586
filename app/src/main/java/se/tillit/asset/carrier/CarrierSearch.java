package se.tillit.asset.carrier;

import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static se.tillit.schema.asset.Tables.CARRIER;

import java.util.Set;
import java.util.UUID;
import org.jooq.Record7;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import se.tillit.search.SearchSource;
import se.tillit.web.Icon;

/// Lets systems and other carriers be found by their words.
@Component
class CarrierSearch implements SearchSource {

  @Override
  public String kind() {
    return "carrier";
  }

  @Override
  public String labelKey() {
    return "asset.search.carrier";
  }

  @Override
  public Icon icon() {
    return Icon.SYSTEM;
  }

  @Override
  public String permission() {
    return CarrierRegister.READ;
  }

  @Override
  public Set<String> subjects() {
    return Set.of("carrier");
  }

  @Override
  public Select<Record7<UUID, UUID, UUID, String, String, String, String>> records() {
    return select(
            CARRIER.ID,
            castNull(SQLDataType.UUID),
            castNull(SQLDataType.UUID),
            CARRIER.NAME,
            CARRIER.SUPPLIER,
            CARRIER.DESCRIPTION,
            concat(inline("/carriers/"), CARRIER.ID.cast(SQLDataType.VARCHAR)))
        .from(CARRIER)
        .where(CARRIER.STATE.eq(inline("active")));
  }
}

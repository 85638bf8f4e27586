package se.tillit.organisation;

import static se.tillit.schema.organisation.Tables.CURRENT_UNIT;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.springframework.stereotype.Component;
import se.tillit.identity.UnitNames;

/// Names today's units to identity, which limits tokens to them.
@Component
class CurrentUnitNames implements UnitNames {

  private final DSLContext sql;

  CurrentUnitNames(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public List<UnitName> all() {
    return sql.select(CURRENT_UNIT.UNIT_ID, CURRENT_UNIT.NAME)
        .from(CURRENT_UNIT)
        .orderBy(CURRENT_UNIT.NAME, CURRENT_UNIT.UNIT_ID)
        .fetch(Records.mapping(UnitName::new));
  }
}

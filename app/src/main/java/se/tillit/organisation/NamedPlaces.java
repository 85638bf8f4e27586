package se.tillit.organisation;

import static org.jooq.impl.DSL.select;
import static se.tillit.schema.organisation.Tables.CURRENT_BODY;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT_ANCESTOR;
import static se.tillit.schema.organisation.Tables.PERSON_NAME;

import java.util.UUID;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Select;
import org.springframework.stereotype.Component;
import se.tillit.deadline.Places;

/// Tells the annual wheel what units, bodies and people are called.
@Component
class NamedPlaces implements Places {

  @Override
  public Select<Record2<UUID, String>> units() {
    return select(CURRENT_UNIT.UNIT_ID, CURRENT_UNIT.NAME).from(CURRENT_UNIT);
  }

  @Override
  public Select<Record2<UUID, String>> bodies() {
    return select(CURRENT_BODY.BODY_ID, CURRENT_BODY.NAME).from(CURRENT_BODY);
  }

  @Override
  public Select<Record2<UUID, String>> people() {
    return select(PERSON_NAME.PERSON_ID, PERSON_NAME.NAME).from(PERSON_NAME);
  }

  @Override
  public Select<Record1<UUID>> within(UUID unit) {
    return select(CURRENT_UNIT_ANCESTOR.UNIT_ID)
        .from(CURRENT_UNIT_ANCESTOR)
        .where(CURRENT_UNIT_ANCESTOR.ANCESTOR_ID.eq(unit));
  }
}

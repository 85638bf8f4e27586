package se.tillit.organisation;

import static org.jooq.impl.DSL.val;
import static se.tillit.schema.organisation.Tables.BODY;
import static se.tillit.schema.organisation.Tables.LEGAL_ENTITY;
import static se.tillit.schema.organisation.Tables.PERSON_NAME;
import static se.tillit.schema.organisation.Tables.UNIT_PERIOD;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import se.tillit.audittrail.NameSource;

/// Units, bodies, legal entities and people by name in the trail, past ones too; a protected
/// identity has none.
@Component
class OrganisationNames implements NameSource {

  private final DSLContext sql;

  OrganisationNames(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public boolean isContent() {
    return false;
  }

  @Override
  public Map<UUID, String> namesOf(Collection<UUID> ids) {
    var wanted = DSL.any(ids.toArray(UUID[]::new));
    var names = new HashMap<UUID, String>();
    // Of a unit that has changed its name, the latest stands last and is kept.
    sql.select(UNIT_PERIOD.UNIT_ID, UNIT_PERIOD.NAME, UNIT_PERIOD.FROM_DAY)
        .from(UNIT_PERIOD)
        .where(UNIT_PERIOD.UNIT_ID.eq(wanted))
        .unionAll(
            DSL.select(BODY.ID, BODY.NAME, BODY.FROM_DAY).from(BODY).where(BODY.ID.eq(wanted)))
        .unionAll(
            DSL.select(LEGAL_ENTITY.ID, LEGAL_ENTITY.NAME, LEGAL_ENTITY.FROM_DAY)
                .from(LEGAL_ENTITY)
                .where(LEGAL_ENTITY.ID.eq(wanted)))
        .unionAll(
            DSL.select(PERSON_NAME.PERSON_ID, PERSON_NAME.NAME, val(null, UNIT_PERIOD.FROM_DAY))
                .from(PERSON_NAME)
                .where(PERSON_NAME.PERSON_ID.eq(wanted)))
        .orderBy(3)
        .forEach(row -> names.put(row.value1(), row.value2()));
    return names;
  }
}

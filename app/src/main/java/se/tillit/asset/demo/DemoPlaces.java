package se.tillit.asset.demo;

import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static se.tillit.schema.organisation.Tables.CURRENT_ASSIGNMENT;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT;
import static se.tillit.schema.organisation.Tables.PERSON_NAME;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.springframework.stereotype.Component;

/// The units and people of the invented municipality that assets are given to.
@Component
class DemoPlaces {

  private final DSLContext sql;

  DemoPlaces(DSLContext sql) {
    this.sql = sql;
  }

  /// A unit of the invented municipality.
  record Place(UUID id, String name, String kind) {}

  List<Place> all() {
    return sql.select(CURRENT_UNIT.UNIT_ID, CURRENT_UNIT.NAME, CURRENT_UNIT.KIND)
        .from(CURRENT_UNIT)
        .orderBy(CURRENT_UNIT.NAME)
        .fetch(Records.mapping(Place::new));
  }

  Map<UUID, List<UUID>> employees() {
    return sql.select(CURRENT_ASSIGNMENT.UNIT_ID, CURRENT_ASSIGNMENT.PERSON_ID)
        .from(CURRENT_ASSIGNMENT)
        .where(CURRENT_ASSIGNMENT.KIND.eq("employee"))
        .orderBy(CURRENT_ASSIGNMENT.PERSON_ID)
        .fetchGroups(CURRENT_ASSIGNMENT.UNIT_ID, CURRENT_ASSIGNMENT.PERSON_ID);
  }

  /// People who have left: what was delegated to them has nobody.
  List<UUID> leavers() {
    return sql.select(PERSON_NAME.PERSON_ID)
        .from(PERSON_NAME)
        .where(
            notExists(
                selectOne()
                    .from(CURRENT_ASSIGNMENT)
                    .where(CURRENT_ASSIGNMENT.PERSON_ID.eq(PERSON_NAME.PERSON_ID))))
        .orderBy(PERSON_NAME.PERSON_ID)
        .fetch(PERSON_NAME.PERSON_ID);
  }
}

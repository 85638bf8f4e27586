package se.tillit.organisation.person;

import static org.jooq.impl.DSL.val;
import static se.tillit.schema.organisation.Tables.ASSIGNMENT;
import static se.tillit.schema.organisation.Tables.BODY;
import static se.tillit.schema.organisation.Tables.PERSON;
import static se.tillit.schema.organisation.Tables.UNIT;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tillit.kernel.Acting;

/// The rows of people and their assignments.
@Component
class PersonStore {

  private final DSLContext sql;

  PersonStore(DSLContext sql) {
    this.sql = sql;
  }

  void insert(UUID id, NewPerson person) {
    sql.insertInto(PERSON)
        .set(PERSON.TENANT_ID, tenant())
        .set(PERSON.ID, id)
        .set(PERSON.EXTERNAL_ID, person.externalId())
        .set(PERSON.GIVEN_NAME, person.givenName())
        .set(PERSON.FAMILY_NAME, person.familyName())
        .set(PERSON.EMAIL, person.email())
        .set(PERSON.PROTECTED, person.isProtected())
        .execute();
  }

  boolean isKnown(String externalId) {
    return sql.fetchExists(PERSON, PERSON.EXTERNAL_ID.eq(externalId));
  }

  boolean isKnownAsAnother(String externalId, UUID id) {
    return sql.fetchExists(PERSON, PERSON.EXTERNAL_ID.eq(externalId).and(PERSON.ID.ne(id)));
  }

  boolean change(UUID id, int version, NewPerson person, boolean keepsName) {
    return sql.update(PERSON)
            .set(PERSON.GIVEN_NAME, kept(person.givenName(), PERSON.GIVEN_NAME, keepsName))
            .set(PERSON.FAMILY_NAME, kept(person.familyName(), PERSON.FAMILY_NAME, keepsName))
            .set(PERSON.EMAIL, kept(person.email(), PERSON.EMAIL, keepsName))
            .set(PERSON.EXTERNAL_ID, kept(person.externalId(), PERSON.EXTERNAL_ID, keepsName))
            .set(PERSON.PROTECTED, person.isProtected())
            .set(PERSON.VERSION, version + 1)
            .where(PERSON.ID.eq(id))
            .and(PERSON.VERSION.eq(version))
            .execute()
        == 1;
  }

  private static Field<String> kept(@Nullable String typed, Field<String> before, boolean keeps) {
    return keeps && (typed == null || typed.isEmpty()) ? before : val(typed, before);
  }

  boolean reassign(UUID id, int version, NewAssignment wanted) {
    return sql.update(ASSIGNMENT)
            .set(ASSIGNMENT.KIND, wanted.kind())
            .set(ASSIGNMENT.UNIT_ID, wanted.unit())
            .set(ASSIGNMENT.BODY_ID, wanted.body())
            .set(ASSIGNMENT.TITLE, wanted.title())
            .set(ASSIGNMENT.FROM_DAY, wanted.period().from())
            .set(ASSIGNMENT.TO_DAY, wanted.period().to())
            .set(ASSIGNMENT.VERSION, version + 1)
            .where(ASSIGNMENT.ID.eq(id))
            .and(ASSIGNMENT.VERSION.eq(version))
            .execute()
        == 1;
  }

  boolean isUnit(UUID id) {
    return sql.fetchExists(UNIT, UNIT.ID.eq(id));
  }

  boolean isBody(UUID id) {
    return sql.fetchExists(BODY, BODY.ID.eq(id));
  }

  void insert(UUID id, NewAssignment assignment) {
    sql.insertInto(ASSIGNMENT)
        .set(ASSIGNMENT.TENANT_ID, tenant())
        .set(ASSIGNMENT.ID, id)
        .set(ASSIGNMENT.PERSON_ID, assignment.person())
        .set(ASSIGNMENT.KIND, assignment.kind())
        .set(ASSIGNMENT.UNIT_ID, assignment.unit())
        .set(ASSIGNMENT.BODY_ID, assignment.body())
        .set(ASSIGNMENT.TITLE, assignment.title())
        .set(ASSIGNMENT.FROM_DAY, assignment.period().from())
        .set(ASSIGNMENT.TO_DAY, assignment.period().to())
        .execute();
  }

  /// The person whose assignment it is, when it runs beyond the day.
  Optional<UUID> endAssignment(UUID id, LocalDate last) {
    return sql.update(ASSIGNMENT)
        .set(ASSIGNMENT.TO_DAY, last)
        .set(ASSIGNMENT.VERSION, ASSIGNMENT.VERSION.plus(1))
        .where(ASSIGNMENT.ID.eq(id))
        .and(ASSIGNMENT.FROM_DAY.le(last))
        .and(ASSIGNMENT.TO_DAY.isNull().or(ASSIGNMENT.TO_DAY.gt(last)))
        .returningResult(ASSIGNMENT.PERSON_ID)
        .fetchOptional(ASSIGNMENT.PERSON_ID);
  }

  private static UUID tenant() {
    return Acting.current().tenant().value();
  }
}

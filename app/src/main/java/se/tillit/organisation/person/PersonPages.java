package se.tillit.organisation.person;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static se.tillit.schema.organisation.Tables.ASSIGNMENT;
import static se.tillit.schema.organisation.Tables.BODY;
import static se.tillit.schema.organisation.Tables.CURRENT_ASSIGNMENT;
import static se.tillit.schema.organisation.Tables.CURRENT_BODY;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT;
import static se.tillit.schema.organisation.Tables.PERSON;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.identity.Scope;
import se.tillit.web.Cursor;

/// People as those see them who may; a protected identity has no name here for anybody.
@Component
@Transactional(readOnly = true)
class PersonPages {

  private final DSLContext sql;

  PersonPages(DSLContext sql) {
    this.sql = sql;
  }

  /// Which people: whose name begins so, in which unit.
  record Filter(String words, @Nullable UUID unit) {}

  List<PersonRow> list(Scope scope, Filter filter, @Nullable Cursor after, int rows) {
    // The address names the last person by id alone: a name could be a protected one.
    var last = PERSON.as("last");
    Condition place =
        after == null
            ? noCondition()
            : row(PERSON.FAMILY_NAME, PERSON.GIVEN_NAME, PERSON.ID)
                .gt(
                    select(last.FAMILY_NAME, last.GIVEN_NAME, last.ID)
                        .from(last)
                        .where(last.ID.eq(after.id(0))));
    Field<String> title = firstTitle();
    Field<String> unit = firstUnit();
    return sql.select(
            PERSON.ID,
            PERSON.GIVEN_NAME,
            PERSON.FAMILY_NAME,
            PERSON.PROTECTED,
            title,
            unit,
            PERSON.EMAIL)
        .from(PERSON)
        .where(within(scope, filter.unit()))
        .and(named(filter.words()))
        .and(place)
        .orderBy(PERSON.FAMILY_NAME, PERSON.GIVEN_NAME, PERSON.ID)
        .limit(rows)
        .fetch(it ->
            new PersonRow(
                it.value1(),
                it.value4() ? "" : it.value2(),
                it.value4() ? "" : it.value3(),
                it.value5(),
                it.value6(),
                it.value4() ? null : it.value7(),
                Cursor.of(it.value1())));
  }

  static Field<String> firstTitle() {
    return field(
        select(CURRENT_ASSIGNMENT.TITLE)
            .from(CURRENT_ASSIGNMENT)
            .where(CURRENT_ASSIGNMENT.TENANT_ID.eq(PERSON.TENANT_ID))
            .and(CURRENT_ASSIGNMENT.PERSON_ID.eq(PERSON.ID))
            .orderBy(CURRENT_ASSIGNMENT.FROM_DAY, CURRENT_ASSIGNMENT.ID)
            .limit(1));
  }

  static Field<String> firstUnit() {
    return field(
        select(CURRENT_UNIT.NAME)
            .from(CURRENT_ASSIGNMENT)
            .join(CURRENT_UNIT)
            .on(
                CURRENT_UNIT.TENANT_ID.eq(CURRENT_ASSIGNMENT.TENANT_ID),
                CURRENT_UNIT.UNIT_ID.eq(CURRENT_ASSIGNMENT.UNIT_ID))
            .where(CURRENT_ASSIGNMENT.TENANT_ID.eq(PERSON.TENANT_ID))
            .and(CURRENT_ASSIGNMENT.PERSON_ID.eq(PERSON.ID))
            .orderBy(CURRENT_ASSIGNMENT.FROM_DAY, CURRENT_ASSIGNMENT.ID)
            .limit(1));
  }

  private static Condition within(Scope scope, @Nullable UUID unit) {
    if (scope.everything() && unit == null) {
      return noCondition();
    }
    return exists(
        selectOne()
            .from(CURRENT_ASSIGNMENT)
            .where(CURRENT_ASSIGNMENT.TENANT_ID.eq(PERSON.TENANT_ID))
            .and(CURRENT_ASSIGNMENT.PERSON_ID.eq(PERSON.ID))
            .and(scope.covers(CURRENT_ASSIGNMENT.UNIT_ID))
            .and(unit == null ? noCondition() : CURRENT_ASSIGNMENT.UNIT_ID.eq(unit)));
  }

  /// A protected identity is found by no name.
  static Condition named(String words) {
    if (words.isBlank()) {
      return noCondition();
    }
    Condition found = PERSON.PROTECTED.isFalse();
    for (String word : words.strip().toLowerCase(Locale.ROOT).split("\\s+")) {
      found =
          found.and(
              lower(PERSON.GIVEN_NAME)
                  .startsWith(word)
                  .or(lower(PERSON.FAMILY_NAME).startsWith(word)));
    }
    return found;
  }

  Optional<PersonFacts> one(Scope scope, UUID id) {
    return sql.select(
            PERSON.ID,
            PERSON.EXTERNAL_ID,
            PERSON.GIVEN_NAME,
            PERSON.FAMILY_NAME,
            PERSON.EMAIL,
            PERSON.PROTECTED,
            PERSON.VERSION)
        .from(PERSON)
        .where(PERSON.ID.eq(id))
        .and(within(scope, null))
        .fetchOptional(PersonPages::facts);
  }

  private static PersonFacts facts(Record row) {
    boolean hidden = row.get(PERSON.PROTECTED);
    return new PersonFacts(
        row.get(PERSON.ID),
        hidden ? "" : row.get(PERSON.GIVEN_NAME),
        hidden ? "" : row.get(PERSON.FAMILY_NAME),
        hidden ? null : row.get(PERSON.EMAIL),
        hidden ? null : row.get(PERSON.EXTERNAL_ID),
        hidden,
        row.get(PERSON.VERSION));
  }

  List<AssignmentRow> assignments(UUID person) {
    return sql.select(
            ASSIGNMENT.ID,
            ASSIGNMENT.KIND,
            ASSIGNMENT.TITLE,
            ASSIGNMENT.FROM_DAY,
            ASSIGNMENT.TO_DAY,
            CURRENT_UNIT.NAME,
            BODY.NAME,
            ASSIGNMENT.UNIT_ID,
            ASSIGNMENT.BODY_ID,
            ASSIGNMENT.VERSION)
        .from(ASSIGNMENT)
        .leftJoin(CURRENT_UNIT)
        .on(
            CURRENT_UNIT.TENANT_ID.eq(ASSIGNMENT.TENANT_ID),
            CURRENT_UNIT.UNIT_ID.eq(ASSIGNMENT.UNIT_ID))
        .leftJoin(BODY)
        .on(BODY.TENANT_ID.eq(ASSIGNMENT.TENANT_ID), BODY.ID.eq(ASSIGNMENT.BODY_ID))
        .where(ASSIGNMENT.PERSON_ID.eq(person))
        .orderBy(ASSIGNMENT.FROM_DAY.desc(), ASSIGNMENT.ID)
        .fetch(it ->
            new AssignmentRow(
                it.value1(),
                it.value2(),
                it.value3(),
                it.value6() == null ? it.value7() : it.value6(),
                it.value4(),
                it.value5(),
                it.value8(),
                it.value9(),
                it.value10()));
  }

  /// A name to choose and its id.
  record Choice(UUID id, String name) {}

  List<Choice> units(Scope scope) {
    return sql.select(CURRENT_UNIT.UNIT_ID, CURRENT_UNIT.NAME)
        .from(CURRENT_UNIT)
        .where(scope.covers(CURRENT_UNIT.UNIT_ID))
        .orderBy(CURRENT_UNIT.NAME, CURRENT_UNIT.UNIT_ID)
        .fetch(Records.mapping(Choice::new));
  }

  List<Choice> bodies(Scope scope) {
    return sql.select(CURRENT_BODY.BODY_ID, CURRENT_BODY.NAME)
        .from(CURRENT_BODY)
        .where(scope.coversBody(CURRENT_BODY.BODY_ID))
        .orderBy(CURRENT_BODY.NAME, CURRENT_BODY.BODY_ID)
        .fetch(Records.mapping(Choice::new));
  }
}

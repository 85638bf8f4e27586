package se.tillit.organisation.person;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;
import static se.tillit.schema.organisation.Tables.ASSIGNMENT;
import static se.tillit.schema.organisation.Tables.BODY;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT;
import static se.tillit.schema.organisation.Tables.PERSON;
import static se.tillit.schema.organisation.Tables.UNIT;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.identity.Scope;
import se.tillit.schema.organisation.tables.CurrentUnit;

/// What everybody does from today on, row by row as an import would read it back without a change:
/// a unit by the word that finds it, a protected person by her id alone.
@Component
class ExportedStaff {

  private static final Field<LocalDate> TODAY = field("kernel.today()", LocalDate.class);
  private static final Condition RUNS = ASSIGNMENT.TO_DAY.isNull().or(ASSIGNMENT.TO_DAY.ge(TODAY));

  private static final CurrentUnit ABOVE = CURRENT_UNIT.as("above");
  private static final Table<?> HOMONYM =
      select(lower(CURRENT_UNIT.NAME).as("word"))
          .from(CURRENT_UNIT)
          .groupBy(lower(CURRENT_UNIT.NAME))
          .having(count().gt(1))
          .asTable("homonym");
  private static final Field<String> HOMONYM_WORD = field(name("homonym", "word"), String.class);
  private static final Field<String> KEY = PERSON.ID.cast(String.class);

  private static final List<Field<?>> COLUMNS =
      List.of(
          PERSON.ID,
          ASSIGNMENT.ID,
          when(PERSON.PROTECTED, KEY).otherwise(coalesce(PERSON.EXTERNAL_ID, KEY)),
          open(PERSON.GIVEN_NAME),
          open(PERSON.FAMILY_NAME),
          open(PERSON.EMAIL),
          when(HOMONYM_WORD.isNull(), CURRENT_UNIT.NAME)
              .otherwise(
                  coalesce(
                      UNIT.CODE,
                      concat(CURRENT_UNIT.NAME, inline(" ("), ABOVE.NAME, inline(")")),
                      CURRENT_UNIT.NAME)),
          BODY.NAME,
          ASSIGNMENT.KIND,
          ASSIGNMENT.TITLE,
          ASSIGNMENT.FROM_DAY,
          ASSIGNMENT.TO_DAY,
          PERSON.PROTECTED);

  private final DSLContext sql;

  ExportedStaff(DSLContext sql) {
    this.sql = sql;
  }

  @Transactional(readOnly = true)
  public List<StaffRow> page(
      Scope scope, PersonPages.Filter filter, @Nullable StaffRow after, int rows) {
    return sql.select(COLUMNS)
        .from(PERSON)
        .join(ASSIGNMENT)
        .on(ASSIGNMENT.TENANT_ID.eq(PERSON.TENANT_ID), ASSIGNMENT.PERSON_ID.eq(PERSON.ID))
        .leftJoin(CURRENT_UNIT)
        .on(
            CURRENT_UNIT.TENANT_ID.eq(ASSIGNMENT.TENANT_ID),
            CURRENT_UNIT.UNIT_ID.eq(ASSIGNMENT.UNIT_ID))
        .leftJoin(UNIT)
        .on(UNIT.TENANT_ID.eq(ASSIGNMENT.TENANT_ID), UNIT.ID.eq(ASSIGNMENT.UNIT_ID))
        .leftJoin(ABOVE)
        .on(ABOVE.TENANT_ID.eq(CURRENT_UNIT.TENANT_ID), ABOVE.UNIT_ID.eq(CURRENT_UNIT.PARENT_ID))
        .leftJoin(HOMONYM)
        .on(HOMONYM_WORD.eq(lower(CURRENT_UNIT.NAME)))
        .leftJoin(BODY)
        .on(BODY.TENANT_ID.eq(ASSIGNMENT.TENANT_ID), BODY.ID.eq(ASSIGNMENT.BODY_ID))
        .where(RUNS)
        .and(isLatest())
        .and(within(scope, filter))
        .and(PersonPages.named(filter.words()))
        .and(beyond(after))
        .orderBy(PERSON.FAMILY_NAME, PERSON.GIVEN_NAME, PERSON.ID, ASSIGNMENT.ID)
        .limit(rows)
        .fetch(ExportedStaff::line);
  }

  private static Field<String> open(Field<String> field) {
    return when(PERSON.PROTECTED, inline((String) null)).otherwise(field);
  }

  /// Of what one person does twice over in one place, an import knows the latest.
  private static Condition isLatest() {
    var later = ASSIGNMENT.as("later");
    return org.jooq.impl.DSL.not(
        exists(
            selectOne()
                .from(later)
                .where(later.TENANT_ID.eq(ASSIGNMENT.TENANT_ID))
                .and(later.PERSON_ID.eq(ASSIGNMENT.PERSON_ID))
                .and(later.KIND.eq(ASSIGNMENT.KIND))
                .and(later.UNIT_ID.isNotDistinctFrom(ASSIGNMENT.UNIT_ID))
                .and(later.BODY_ID.isNotDistinctFrom(ASSIGNMENT.BODY_ID))
                .and(later.TO_DAY.isNull().or(later.TO_DAY.ge(TODAY)))
                .and(row(later.FROM_DAY, later.ID).gt(row(ASSIGNMENT.FROM_DAY, ASSIGNMENT.ID)))));
  }

  private static Condition within(Scope scope, PersonPages.Filter filter) {
    UUID unit = filter.unit();
    return scope
        .covers(ASSIGNMENT.UNIT_ID)
        .and(unit == null ? noCondition() : ASSIGNMENT.UNIT_ID.eq(unit));
  }

  private static Condition beyond(@Nullable StaffRow after) {
    if (after == null) {
      return noCondition();
    }
    var last = PERSON.as("last");
    return row(PERSON.FAMILY_NAME, PERSON.GIVEN_NAME, PERSON.ID, ASSIGNMENT.ID)
        .gt(
            select(
                    last.FAMILY_NAME,
                    last.GIVEN_NAME,
                    last.ID,
                    org.jooq.impl.DSL.val(after.assignment()))
                .from(last)
                .where(last.ID.eq(after.person())));
  }

  private static StaffRow line(Record it) {
    return new StaffRow(
        it.get(0, UUID.class),
        it.get(1, UUID.class),
        it.get(2, String.class),
        it.get(3, String.class),
        it.get(4, String.class),
        it.get(5, String.class),
        it.get(6, String.class),
        it.get(7, String.class),
        it.get(8, String.class),
        it.get(9, String.class),
        new StaffRow.Span(it.get(10, LocalDate.class), it.get(11, LocalDate.class)),
        it.get(12, Boolean.class));
  }
}

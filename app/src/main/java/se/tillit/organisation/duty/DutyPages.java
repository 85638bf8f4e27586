package se.tillit.organisation.duty;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static se.tillit.schema.organisation.Tables.CURRENT_BODY;
import static se.tillit.schema.organisation.Tables.CURRENT_LEGAL_ENTITY;
import static se.tillit.schema.organisation.Tables.CURRENT_ROLE_HOLDING;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT;
import static se.tillit.schema.organisation.Tables.EXPECTED_DUTY;
import static se.tillit.schema.organisation.Tables.LIVING_HOLDER;
import static se.tillit.schema.organisation.Tables.PERSON;
import static se.tillit.schema.organisation.Tables.PERSON_NAME;
import static se.tillit.schema.organisation.Tables.ROLE_EXPECTATION;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record7;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.web.Cursor;

/// Duties as pages and callers see them: those that shall be filled, and those that are held.
@Component
@Transactional(readOnly = true)
class DutyPages {

  private final DSLContext sql;

  DutyPages(DSLContext sql) {
    this.sql = sql;
  }

  private static final int ROWS = 50;
  private static final int ALL = 100_000;
  private static final UUID NOWHERE = new UUID(0, 0);
  private static final Field<UUID> PLACE = coalesce(EXPECTED_DUTY.PLACE_ID, inline(NOWHERE));

  /// A page of duties, and the place where the next one begins.
  record Listed<T>(List<T> rows, @Nullable Cursor next) {

    private static <T> Listed<T> of(List<T> found, Function<T, Cursor> placeOf) {
      return found.size() <= ROWS
          ? new Listed<>(found, null)
          : new Listed<>(found.subList(0, ROWS), placeOf.apply(found.get(ROWS - 1)));
    }
  }

  /// Every duty that is held, and every one that nobody holds though it shall be held.
  List<DutyLine> lines() {
    var lines = new ArrayList<DutyLine>();
    held(null, ALL).forEach(it -> lines.add(DutyLine.of(it)));
    for (ExpectedDuty expected : expected(null, ALL)) {
      if (expected.holder().isNobody()) {
        lines.add(DutyLine.vacant(expected, false));
      }
      if (expected.needsDeputy() && expected.deputy().isNobody()) {
        lines.add(DutyLine.vacant(expected, true));
      }
    }
    return lines;
  }

  /// Those that shall be filled, the vacant first.
  Listed<ExpectedDuty> expected(@Nullable Cursor after) {
    return Listed.of(
        expected(after, ROWS + 1),
        it ->
            Cursor.of(
                !it.holder().isNobody(),
                it.duty(),
                it.place(),
                Objects.requireNonNullElse(it.placeId(), NOWHERE)));
  }

  private List<ExpectedDuty> expected(@Nullable Cursor after, int most) {
    Field<Boolean> filled = field(EXPECTED_DUTY.HOLDER_ID.isNotNull());
    var holder = PERSON_NAME.as("holder");
    var deputy = PERSON_NAME.as("deputy");
    return sql.select(
            EXPECTED_DUTY.ROLE,
            EXPECTED_DUTY.PLACE_NAME,
            EXPECTED_DUTY.NEEDS_DEPUTY,
            EXPECTED_DUTY.HOLDER_ID,
            holder.NAME,
            EXPECTED_DUTY.DEPUTY_ID,
            deputy.NAME,
            EXPECTED_DUTY.PLACE_ID)
        .from(EXPECTED_DUTY)
        .leftJoin(holder)
        .on(
            holder.TENANT_ID.eq(EXPECTED_DUTY.TENANT_ID),
            holder.PERSON_ID.eq(EXPECTED_DUTY.HOLDER_ID))
        .leftJoin(deputy)
        .on(
            deputy.TENANT_ID.eq(EXPECTED_DUTY.TENANT_ID),
            deputy.PERSON_ID.eq(EXPECTED_DUTY.DEPUTY_ID))
        .where(beyond(filled, after))
        .orderBy(filled, EXPECTED_DUTY.ROLE, EXPECTED_DUTY.PLACE_NAME, PLACE)
        .limit(most)
        .fetch(row ->
            new ExpectedDuty(
                row.value1(),
                row.value2(),
                row.value3(),
                new ExpectedDuty.Holder(row.value4(), row.value5()),
                new ExpectedDuty.Holder(row.value6(), row.value7()),
                row.value8()));
  }

  private static Condition beyond(Field<Boolean> filled, @Nullable Cursor after) {
    return after == null
        ? noCondition()
        : row(filled, EXPECTED_DUTY.ROLE, EXPECTED_DUTY.PLACE_NAME, PLACE)
            .gt(Boolean.valueOf(after.at(0)), after.at(1), after.at(2), after.id(3));
  }

  /// Every duty that shall be filled, with how far it is.
  List<Expectation> expectations() {
    return sql.select(
            ROLE_EXPECTATION.ROLE,
            ROLE_EXPECTATION.PER,
            ROLE_EXPECTATION.NEEDS_DEPUTY,
            count(EXPECTED_DUTY.EXPECTATION_ID),
            count(EXPECTED_DUTY.HOLDER_ID))
        .from(ROLE_EXPECTATION)
        .leftJoin(EXPECTED_DUTY)
        .on(
            EXPECTED_DUTY.TENANT_ID.eq(ROLE_EXPECTATION.TENANT_ID),
            EXPECTED_DUTY.EXPECTATION_ID.eq(ROLE_EXPECTATION.ID))
        .groupBy(ROLE_EXPECTATION.ROLE, ROLE_EXPECTATION.PER, ROLE_EXPECTATION.NEEDS_DEPUTY)
        .orderBy(ROLE_EXPECTATION.ROLE)
        .fetch(Records.mapping(Expectation::new));
  }

  Listed<HeldDuty> held(@Nullable Cursor after) {
    return Listed.of(held(after, ROWS + 1), it -> Cursor.of(it.id()));
  }

  private List<HeldDuty> held(@Nullable Cursor after, int most) {
    return sql.select(
            CURRENT_ROLE_HOLDING.ID,
            CURRENT_ROLE_HOLDING.ROLE,
            CURRENT_ROLE_HOLDING.PERSON_ID,
            PERSON_NAME.NAME,
            coalesce(CURRENT_BODY.NAME, CURRENT_UNIT.NAME, inline("")),
            CURRENT_ROLE_HOLDING.DEPUTY,
            LIVING_HOLDER.ID.isNotNull())
        .from(CURRENT_ROLE_HOLDING)
        .join(PERSON_NAME)
        .on(
            PERSON_NAME.TENANT_ID.eq(CURRENT_ROLE_HOLDING.TENANT_ID),
            PERSON_NAME.PERSON_ID.eq(CURRENT_ROLE_HOLDING.PERSON_ID))
        .leftJoin(LIVING_HOLDER)
        .on(
            LIVING_HOLDER.TENANT_ID.eq(CURRENT_ROLE_HOLDING.TENANT_ID),
            LIVING_HOLDER.ID.eq(CURRENT_ROLE_HOLDING.ID))
        .leftJoin(CURRENT_BODY)
        .on(
            CURRENT_BODY.TENANT_ID.eq(CURRENT_ROLE_HOLDING.TENANT_ID),
            CURRENT_BODY.BODY_ID.eq(CURRENT_ROLE_HOLDING.BODY_ID))
        .leftJoin(CURRENT_UNIT)
        .on(
            CURRENT_UNIT.TENANT_ID.eq(CURRENT_ROLE_HOLDING.TENANT_ID),
            CURRENT_UNIT.UNIT_ID.eq(CURRENT_ROLE_HOLDING.UNIT_ID))
        .where(beyond(after))
        .orderBy(
            CURRENT_ROLE_HOLDING.ROLE,
            CURRENT_ROLE_HOLDING.DEPUTY,
            PERSON_NAME.NAME,
            CURRENT_ROLE_HOLDING.ID)
        .limit(most)
        .fetch(DutyPages::held);
  }

  private static HeldDuty held(Record7<UUID, String, UUID, String, String, Boolean, Boolean> row) {
    return new HeldDuty(
        row.value1(),
        row.value2(),
        new ExpectedDuty.Holder(row.value3(), row.value4()),
        row.value5(),
        row.value6(),
        row.value7());
  }

  // The address names the last one by id alone: a name could be a protected one.
  private static Condition beyond(@Nullable Cursor after) {
    var last = CURRENT_ROLE_HOLDING.as("last");
    var lastName = PERSON_NAME.as("last_name");
    return after == null
        ? noCondition()
        : row(
                CURRENT_ROLE_HOLDING.ROLE,
                CURRENT_ROLE_HOLDING.DEPUTY,
                PERSON_NAME.NAME,
                CURRENT_ROLE_HOLDING.ID)
            .gt(
                select(last.ROLE, last.DEPUTY, lastName.NAME, last.ID)
                    .from(last)
                    .join(lastName)
                    .on(
                        lastName.TENANT_ID.eq(last.TENANT_ID),
                        lastName.PERSON_ID.eq(last.PERSON_ID))
                    .where(last.ID.eq(after.id(0))));
  }

  /// The person with that number or e-mail address.
  Optional<ExpectedDuty.Holder> person(String word) {
    return sql.select(PERSON_NAME.PERSON_ID, PERSON_NAME.NAME)
        .from(PERSON)
        .join(PERSON_NAME)
        .on(PERSON_NAME.TENANT_ID.eq(PERSON.TENANT_ID), PERSON_NAME.PERSON_ID.eq(PERSON.ID))
        .where(PERSON.EXTERNAL_ID.eq(word.strip()).or(PERSON.EMAIL.equalIgnoreCase(word.strip())))
        .orderBy(PERSON.ID)
        .limit(1)
        .fetchOptional(row -> new ExpectedDuty.Holder(row.value1(), row.value2()));
  }

  Optional<ExpectedDuty.Holder> person(UUID id) {
    return sql.select(PERSON_NAME.PERSON_ID, PERSON_NAME.NAME)
        .from(PERSON_NAME)
        .where(PERSON_NAME.PERSON_ID.eq(id))
        .fetchOptional(row -> new ExpectedDuty.Holder(row.value1(), row.value2()));
  }

  /// Something to hold a duty for.
  record Place(String sort, UUID id, String name) {

    String key() {
      return sort + ":" + id;
    }
  }

  /// Where a duty can be held, each with its sort before it: `body:…`, `unit:…`, `entity:…`.
  List<Place> places() {
    return sql.select(
            inline("entity").as("sort"),
            CURRENT_LEGAL_ENTITY.LEGAL_ENTITY_ID.as("id"),
            CURRENT_LEGAL_ENTITY.NAME.as("name"))
        .from(CURRENT_LEGAL_ENTITY)
        .unionAll(
            select(inline("body"), CURRENT_BODY.BODY_ID, CURRENT_BODY.NAME).from(CURRENT_BODY))
        .unionAll(
            select(inline("unit"), CURRENT_UNIT.UNIT_ID, CURRENT_UNIT.NAME).from(CURRENT_UNIT))
        .orderBy(1, 3, 2)
        .fetch(row -> new Place(row.value1(), row.value2(), row.value3()));
  }

  boolean knowsPlace(String sort, UUID id) {
    return places().stream().anyMatch(it -> it.key().equals(sort + ":" + id));
  }
}

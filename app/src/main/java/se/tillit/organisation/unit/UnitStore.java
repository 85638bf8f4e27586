package se.tillit.organisation.unit;

import static se.tillit.schema.organisation.Tables.ASSIGNMENT;
import static se.tillit.schema.organisation.Tables.UNIT;
import static se.tillit.schema.organisation.Tables.UNIT_ANCESTOR;
import static se.tillit.schema.organisation.Tables.UNIT_PERIOD;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tillit.kernel.Acting;

/// The rows of units and their periods.
@Component
class UnitStore {

  private final DSLContext sql;

  UnitStore(DSLContext sql) {
    this.sql = sql;
  }

  /// A unit's placement on a day, until its last day where that is known.
  record Standing(LocalDate from, @Nullable LocalDate to, Placement placement, int version) {}

  void insert(UUID id, @Nullable String code, LocalDate from, Placement placement) {
    insertUnit(id, code);
    insertPeriod(id, from, null, placement);
  }

  void insertUnit(UUID id, @Nullable String code) {
    sql.insertInto(UNIT)
        .set(UNIT.TENANT_ID, tenant())
        .set(UNIT.ID, id)
        .set(UNIT.CODE, code)
        .execute();
  }

  void insertPeriod(UUID id, LocalDate from, @Nullable LocalDate to, Placement placement) {
    sql.insertInto(UNIT_PERIOD)
        .set(UNIT_PERIOD.TENANT_ID, tenant())
        .set(UNIT_PERIOD.UNIT_ID, id)
        .set(UNIT_PERIOD.FROM_DAY, from)
        .set(UNIT_PERIOD.TO_DAY, to)
        .set(UNIT_PERIOD.NAME, placement.name())
        .set(UNIT_PERIOD.KIND, placement.kind())
        .set(UNIT_PERIOD.PARENT_ID, placement.parent())
        .set(UNIT_PERIOD.BODY_ID, placement.body())
        .execute();
  }

  Optional<Standing> on(UUID id, LocalDate day) {
    return sql.select(
            UNIT_PERIOD.FROM_DAY,
            UNIT_PERIOD.TO_DAY,
            UNIT_PERIOD.NAME,
            UNIT_PERIOD.KIND,
            UNIT_PERIOD.PARENT_ID,
            UNIT_PERIOD.BODY_ID,
            UNIT.VERSION)
        .from(UNIT_PERIOD)
        .join(UNIT)
        .on(UNIT.TENANT_ID.eq(UNIT_PERIOD.TENANT_ID), UNIT.ID.eq(UNIT_PERIOD.UNIT_ID))
        .where(UNIT_PERIOD.UNIT_ID.eq(id))
        .and(holds(day))
        .fetchOptional(row ->
            new Standing(
                row.value1(),
                row.value2(),
                new Placement(row.value3(), row.value4(), row.value5(), row.value6()),
                row.value7()));
  }

  private static Condition holds(LocalDate day) {
    return UNIT_PERIOD
        .FROM_DAY
        .le(day)
        .and(UNIT_PERIOD.TO_DAY.isNull().or(UNIT_PERIOD.TO_DAY.ge(day)));
  }

  void rename(UUID id, LocalDate from, Placement placement) {
    sql.update(UNIT_PERIOD)
        .set(UNIT_PERIOD.NAME, placement.name())
        .set(UNIT_PERIOD.KIND, placement.kind())
        .set(UNIT_PERIOD.PARENT_ID, placement.parent())
        .set(UNIT_PERIOD.BODY_ID, placement.body())
        .where(UNIT_PERIOD.UNIT_ID.eq(id))
        .and(UNIT_PERIOD.FROM_DAY.eq(from))
        .execute();
  }

  void end(UUID id, LocalDate from, LocalDate last) {
    sql.update(UNIT_PERIOD)
        .set(UNIT_PERIOD.TO_DAY, last)
        .where(UNIT_PERIOD.UNIT_ID.eq(id))
        .and(UNIT_PERIOD.FROM_DAY.eq(from))
        .execute();
  }

  void deleteAfter(UUID id, LocalDate day) {
    sql.deleteFrom(UNIT_PERIOD)
        .where(UNIT_PERIOD.UNIT_ID.eq(id))
        .and(UNIT_PERIOD.FROM_DAY.gt(day))
        .execute();
  }

  /// Counts the version up; false when somebody else has changed the unit meanwhile.
  boolean touch(UUID id, int version) {
    return sql.update(UNIT)
            .set(UNIT.VERSION, version + 1)
            .where(UNIT.ID.eq(id))
            .and(UNIT.VERSION.eq(version))
            .execute()
        == 1;
  }

  boolean isBelow(UUID unit, UUID ancestor, LocalDate from) {
    return sql.fetchExists(
        UNIT_ANCESTOR,
        UNIT_ANCESTOR
            .UNIT_ID
            .eq(unit)
            .and(UNIT_ANCESTOR.ANCESTOR_ID.eq(ancestor))
            .and(UNIT_ANCESTOR.TO_DAY.isNull().or(UNIT_ANCESTOR.TO_DAY.ge(from))));
  }

  /// Units below that answer to the same body on the day, and follow when it changes.
  List<UUID> followers(UUID unit, UUID body, LocalDate day) {
    return sql.select(UNIT_PERIOD.UNIT_ID)
        .from(UNIT_PERIOD)
        .join(UNIT_ANCESTOR)
        .on(
            UNIT_ANCESTOR.TENANT_ID.eq(UNIT_PERIOD.TENANT_ID),
            UNIT_ANCESTOR.UNIT_ID.eq(UNIT_PERIOD.UNIT_ID))
        .where(UNIT_ANCESTOR.ANCESTOR_ID.eq(unit))
        .and(UNIT_ANCESTOR.DEPTH.gt(0))
        .and(UNIT_ANCESTOR.FROM_DAY.le(day))
        .and(UNIT_ANCESTOR.TO_DAY.isNull().or(UNIT_ANCESTOR.TO_DAY.ge(day)))
        .and(UNIT_PERIOD.BODY_ID.eq(body))
        .and(holds(day))
        .fetch(UNIT_PERIOD.UNIT_ID);
  }

  /// What still belongs to the unit after a day: units below it and assignments in it.
  int leftAfter(UUID unit, LocalDate day) {
    int below =
        sql.fetchCount(
            UNIT_PERIOD,
            UNIT_PERIOD
                .PARENT_ID
                .eq(unit)
                .and(UNIT_PERIOD.TO_DAY.isNull().or(UNIT_PERIOD.TO_DAY.gt(day))));
    int assigned =
        sql.fetchCount(
            ASSIGNMENT,
            ASSIGNMENT
                .UNIT_ID
                .eq(unit)
                .and(ASSIGNMENT.TO_DAY.isNull().or(ASSIGNMENT.TO_DAY.gt(day))));
    return below + assigned;
  }

  private static UUID tenant() {
    return Acting.current().tenant().value();
  }
}

package se.tillit.asset.register;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static se.tillit.schema.asset.Tables.CARRIER;
import static se.tillit.schema.organisation.Tables.CURRENT_ASSIGNMENT;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT_ANCESTOR;
import static se.tillit.schema.organisation.Tables.PERSON_NAME;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.SelectLimitPercentStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.identity.Viewer;
import se.tillit.web.Option;
import se.tillit.web.Words;

/// What a form about an asset offers to choose among.
@Component
class Choices {

  private static final int MANY = 2500;
  private static final int FEW = 60;

  private final DSLContext sql;

  Choices(DSLContext sql) {
    this.sql = sql;
  }

  /// The units that the viewer may write for, each with the unit above it.
  @Transactional(readOnly = true)
  public List<Option> writableUnits(Viewer viewer, @Nullable String chosen) {
    var parent = CURRENT_UNIT.as("parent");
    return sql.select(CURRENT_UNIT.UNIT_ID, CURRENT_UNIT.NAME, parent.NAME)
        .from(CURRENT_UNIT)
        .leftJoin(parent)
        .on(parent.UNIT_ID.eq(CURRENT_UNIT.PARENT_ID))
        .where(viewer.scope(AssetReading.WRITE).covers(CURRENT_UNIT.UNIT_ID))
        .orderBy(CURRENT_UNIT.NAME, CURRENT_UNIT.UNIT_ID)
        .limit(MANY)
        .fetch(row ->
            Option.of(
                row.value1().toString(),
                row.value3() == null ? row.value2() : row.value2() + " – " + row.value3(),
                row.value1().toString().equals(chosen)));
  }

  /// The uppermost units in reach, to filter by, and always the one filtered by now.
  @Transactional(readOnly = true)
  public List<Option> filterUnits(Viewer viewer, @Nullable UUID chosen) {
    // Kind by kind from its index, which stops at enough: never a sort of all units.
    var reached = viewer.scope(AssetReading.READ).covers(CURRENT_UNIT.UNIT_ID);
    var uppermost =
        ofKind("administration", reached)
            .unionAll(ofKind("company", reached))
            .unionAll(ofKind("department", reached))
            .unionAll(ofKind("unit", reached))
            .limit(inline(FEW));
    var shown =
        chosen == null
            ? uppermost
            : select(CURRENT_UNIT.UNIT_ID, CURRENT_UNIT.NAME)
                .from(CURRENT_UNIT)
                .where(CURRENT_UNIT.UNIT_ID.eq(chosen))
                .and(reached)
                .union(uppermost);
    return sql
        .fetch(shown)
        .map(row -> Option.of(row.value1().toString(), row.value2(), row.value1().equals(chosen)))
        .stream()
        .sorted(Comparator.comparing(Option::label, Words.SWEDISH.alphabetical()))
        .toList();
  }

  private static SelectLimitPercentStep<Record2<UUID, String>> ofKind(
      String kind, Condition reached) {
    return select(CURRENT_UNIT.UNIT_ID, CURRENT_UNIT.NAME)
        .from(CURRENT_UNIT)
        .where(CURRENT_UNIT.KIND.eq(inline(kind)))
        .and(reached)
        .orderBy(CURRENT_UNIT.NAME)
        .limit(inline(FEW));
  }

  /// Those who work in the unit, above it or below it: whom an asset there may be delegated to.
  @Transactional(readOnly = true)
  public List<Option> people(UUID unit, @Nullable UUID chosen) {
    var near =
        select(CURRENT_UNIT_ANCESTOR.ANCESTOR_ID)
            .from(CURRENT_UNIT_ANCESTOR)
            .where(CURRENT_UNIT_ANCESTOR.UNIT_ID.eq(unit))
            .union(
                select(CURRENT_UNIT_ANCESTOR.UNIT_ID)
                    .from(CURRENT_UNIT_ANCESTOR)
                    .where(CURRENT_UNIT_ANCESTOR.ANCESTOR_ID.eq(unit)));
    return sql.selectDistinct(PERSON_NAME.PERSON_ID, PERSON_NAME.NAME, CURRENT_ASSIGNMENT.TITLE)
        .from(CURRENT_ASSIGNMENT)
        .join(PERSON_NAME)
        .on(PERSON_NAME.PERSON_ID.eq(CURRENT_ASSIGNMENT.PERSON_ID))
        .where(CURRENT_ASSIGNMENT.UNIT_ID.in(near))
        .and(PERSON_NAME.NAME.ne(""))
        .orderBy(PERSON_NAME.NAME, PERSON_NAME.PERSON_ID)
        .limit(500)
        .fetch(row ->
            Option.of(
                row.value1().toString(),
                row.value3().isBlank() ? row.value2() : row.value2() + ", " + row.value3(),
                row.value1().equals(chosen)));
  }

  /// Carriers that the asset is not on yet.
  @Transactional(readOnly = true)
  public List<Option> carriers(List<UUID> already) {
    return sql.select(CARRIER.ID, CARRIER.NAME)
        .from(CARRIER)
        .where(CARRIER.STATE.eq("active"))
        .and(CARRIER.ID.notIn(already))
        .orderBy(CARRIER.NAME)
        .limit(MANY)
        .fetch(row -> Option.of(row.value1().toString(), row.value2()));
  }
}

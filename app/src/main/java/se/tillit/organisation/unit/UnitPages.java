package se.tillit.organisation.unit;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;
import static se.tillit.schema.organisation.Tables.BODY;
import static se.tillit.schema.organisation.Tables.CURRENT_ASSIGNMENT;
import static se.tillit.schema.organisation.Tables.CURRENT_BODY;
import static se.tillit.schema.organisation.Tables.CURRENT_MANAGER;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT;
import static se.tillit.schema.organisation.Tables.PERSON_NAME;
import static se.tillit.schema.organisation.Tables.UNIT;
import static se.tillit.schema.organisation.Tables.UNIT_PERIOD;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record8;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.web.Cursor;

/// Units as pages and callers see them today.
@Component
@Transactional(readOnly = true)
class UnitPages {

  private static final int ROWS = 100;
  private static final int WHOLE_TREE = 200;

  // A page of the tree in the order of its names; the DSL would hide the walk.
  private static final String TREE =
      """
      with recursive tree as (
        select u.tenant_id, u.unit_id, 0 as depth, array[u.name] as path
        from organisation.current_unit u where u.parent_id is null
        union all
        select u.tenant_id, u.unit_id, t.depth + 1, t.path || u.name
        from tree t
        join organisation.current_unit u on u.tenant_id = t.tenant_id and u.parent_id = t.unit_id
        where t.depth < ?
      ), page as (
        select * from tree t
        where ?::text[] is null or (t.path, t.unit_id) > (?::text[], ?::uuid)
        order by t.path, t.unit_id
        limit ?
      )
      select t.unit_id, t.path, u.name, u.kind, t.depth, b.name as body,
             m.person_id as manager_id, m.depth as manager_depth, n.name as manager,
             (select count(*) from organisation.current_assignment a
              where a.tenant_id = t.tenant_id and a.unit_id = t.unit_id) as people
      from page t
      join organisation.current_unit u on u.tenant_id = t.tenant_id and u.unit_id = t.unit_id
      join organisation.body b on b.tenant_id = u.tenant_id and b.id = u.body_id
      -- A fence: the manager of each row shown, not of all units for each row.
      left join lateral (
        select c.tenant_id, c.person_id, c.depth from organisation.current_manager c
        where c.tenant_id = t.tenant_id and c.unit_id = t.unit_id offset 0
      ) m on true
      left join organisation.person_name n
        on n.tenant_id = m.tenant_id and n.person_id = m.person_id
      order by t.path, t.unit_id
      """;

  private final DSLContext sql;

  UnitPages(DSLContext sql) {
    this.sql = sql;
  }

  /// A page of units, and the place where the next one begins.
  record Listed(List<UnitRow> rows, @Nullable Cursor next) {

    private static Listed of(List<UnitRow> found, IntFunction<Cursor> placeOf) {
      return found.size() <= ROWS
          ? new Listed(found, null)
          : new Listed(found.subList(0, ROWS), placeOf.apply(ROWS - 1));
    }
  }

  /// The whole tree where it is small, else its two upper levels; page by page.
  Listed tree(long total, @Nullable Cursor after) {
    int depth = total <= WHOLE_TREE ? 50 : 1;
    String[] path = null;
    UUID last = null;
    if (after != null) {
      int steps = after.values().size() - 1;
      path = after.values().subList(0, steps).toArray(String[]::new);
      last = after.id(steps);
    }
    var rows = sql.resultQuery(TREE, depth, path, path, last, ROWS + 1).fetch();
    return Listed.of(
        rows.map(UnitPages::row),
        at -> {
          var place = new ArrayList<Object>(List.of(rows.get(at).get("path", String[].class)));
          place.add(rows.get(at).get("unit_id", UUID.class));
          return Cursor.of(place.toArray());
        });
  }

  long total() {
    return sql.fetchCount(CURRENT_UNIT);
  }

  private static UnitRow row(Record row) {
    @Nullable UUID manager = row.get("manager_id", UUID.class);
    @Nullable Integer depth = row.get("manager_depth", Integer.class);
    return new UnitRow(
        row.get("unit_id", UUID.class),
        row.get("name", String.class),
        row.get("kind", String.class),
        row.get("depth", Integer.class),
        row.get("body", String.class),
        new UnitRow.Manager(manager, row.get("manager", String.class), depth == null || depth > 0),
        row.get("people", Integer.class));
  }

  /// Units whose name holds the words, by name.
  Listed found(String words, @Nullable Cursor after) {
    return listed(lower(CURRENT_UNIT.NAME).contains(words.toLowerCase(Locale.ROOT)), after);
  }

  Listed below(UUID parent, @Nullable Cursor after) {
    return listed(CURRENT_UNIT.PARENT_ID.eq(parent), after);
  }

  private static Field<Integer> people() {
    return field(
        select(count())
            .from(CURRENT_ASSIGNMENT)
            .where(CURRENT_ASSIGNMENT.TENANT_ID.eq(CURRENT_UNIT.TENANT_ID))
            .and(CURRENT_ASSIGNMENT.UNIT_ID.eq(CURRENT_UNIT.UNIT_ID)));
  }

  private Listed listed(Condition wanted, @Nullable Cursor after) {
    // A fence, as in the tree above.
    var manager =
        select(CURRENT_MANAGER.TENANT_ID, CURRENT_MANAGER.PERSON_ID, CURRENT_MANAGER.DEPTH)
            .from(CURRENT_MANAGER)
            .where(CURRENT_MANAGER.TENANT_ID.eq(CURRENT_UNIT.TENANT_ID))
            .and(CURRENT_MANAGER.UNIT_ID.eq(CURRENT_UNIT.UNIT_ID))
            .offset(inline(0))
            .asTable("manager", "tenant_id", "person_id", "depth");
    var managerTenant = manager.field("tenant_id", UUID.class);
    var managerId = manager.field("person_id", UUID.class);
    var managerDepth = manager.field("depth", Integer.class);
    List<UnitRow> rows =
        sql.select(
                CURRENT_UNIT.UNIT_ID,
                CURRENT_UNIT.NAME,
                CURRENT_UNIT.KIND,
                BODY.NAME,
                managerId,
                PERSON_NAME.NAME,
                managerDepth,
                people())
            .from(CURRENT_UNIT)
            .join(BODY)
            .on(BODY.TENANT_ID.eq(CURRENT_UNIT.TENANT_ID), BODY.ID.eq(CURRENT_UNIT.BODY_ID))
            .leftJoin(lateral(manager))
            .on(trueCondition())
            .leftJoin(PERSON_NAME)
            .on(PERSON_NAME.TENANT_ID.eq(managerTenant), PERSON_NAME.PERSON_ID.eq(managerId))
            .where(wanted)
            .and(beyond(after))
            .orderBy(CURRENT_UNIT.NAME, CURRENT_UNIT.UNIT_ID)
            .limit(inline(ROWS + 1))
            .fetch(UnitPages::named);
    return Listed.of(rows, at -> Cursor.of(rows.get(at).name(), rows.get(at).id()));
  }

  private static UnitRow named(
      Record8<UUID, String, String, String, UUID, String, Integer, Integer> row) {
    boolean borrowed = row.value7() == null || row.value7() > 0;
    var whom = new UnitRow.Manager(row.value5(), row.value6(), borrowed);
    return new UnitRow(
        row.value1(), row.value2(), row.value3(), 0, row.value4(), whom, row.value8());
  }

  private static Condition beyond(@Nullable Cursor after) {
    return after == null
        ? noCondition()
        : DSL.row(CURRENT_UNIT.NAME, CURRENT_UNIT.UNIT_ID).gt(after.at(0), after.id(1));
  }

  /// The unit as it stands today, or last stood.
  Optional<UnitFacts> facts(UUID id) {
    var above = CURRENT_UNIT.as("above");
    ResultQuery<?> query =
        sql.select(
                UNIT.ID,
                UNIT.CODE,
                UNIT.VERSION,
                UNIT_PERIOD.NAME,
                UNIT_PERIOD.KIND,
                UNIT_PERIOD.TO_DAY,
                UNIT_PERIOD.PARENT_ID,
                above.NAME,
                UNIT_PERIOD.BODY_ID,
                BODY.NAME)
            .from(UNIT)
            .join(UNIT_PERIOD)
            .on(UNIT_PERIOD.TENANT_ID.eq(UNIT.TENANT_ID), UNIT_PERIOD.UNIT_ID.eq(UNIT.ID))
            .join(BODY)
            .on(BODY.TENANT_ID.eq(UNIT_PERIOD.TENANT_ID), BODY.ID.eq(UNIT_PERIOD.BODY_ID))
            .leftJoin(above)
            .on(above.TENANT_ID.eq(UNIT_PERIOD.TENANT_ID), above.UNIT_ID.eq(UNIT_PERIOD.PARENT_ID))
            .where(UNIT.ID.eq(id))
            .orderBy(
                field("{0} <= kernel.today()", Boolean.class, UNIT_PERIOD.FROM_DAY).desc(),
                UNIT_PERIOD.FROM_DAY.desc())
            .limit(1);
    return query.fetchOptional(row ->
        new UnitFacts(
            row.get(UNIT.ID),
            row.get(UNIT.CODE),
            row.get(UNIT.VERSION),
            new Placement(
                row.get(UNIT_PERIOD.NAME),
                row.get(UNIT_PERIOD.KIND),
                row.get(UNIT_PERIOD.PARENT_ID),
                row.get(UNIT_PERIOD.BODY_ID)),
            row.get(above.NAME),
            row.get(BODY.NAME),
            row.get(UNIT_PERIOD.TO_DAY)));
  }

  UnitRow.Manager manager(UUID unit) {
    return sql.select(CURRENT_MANAGER.PERSON_ID, PERSON_NAME.NAME, CURRENT_MANAGER.DEPTH)
        .from(CURRENT_MANAGER)
        .join(PERSON_NAME)
        .on(
            PERSON_NAME.TENANT_ID.eq(CURRENT_MANAGER.TENANT_ID),
            PERSON_NAME.PERSON_ID.eq(CURRENT_MANAGER.PERSON_ID))
        .where(CURRENT_MANAGER.UNIT_ID.eq(unit))
        .fetchOptional(row -> new UnitRow.Manager(row.value1(), row.value2(), row.value3() > 0))
        .orElse(UnitRow.Manager.NOBODY);
  }

  /// What the unit was called and where it stood, newest first.
  List<UnitPast> past(UUID unit) {
    return sql.select(UNIT_PERIOD.FROM_DAY, UNIT_PERIOD.TO_DAY, UNIT_PERIOD.NAME, BODY.NAME)
        .from(UNIT_PERIOD)
        .join(BODY)
        .on(BODY.TENANT_ID.eq(UNIT_PERIOD.TENANT_ID), BODY.ID.eq(UNIT_PERIOD.BODY_ID))
        .where(UNIT_PERIOD.UNIT_ID.eq(unit))
        .orderBy(UNIT_PERIOD.FROM_DAY.desc())
        .fetch(row -> new UnitPast(row.value1(), row.value2(), row.value3(), row.value4()));
  }

  /// A unit below another mostly answers to the same body.
  String bodyOf(@Nullable String parent, String otherwise) {
    return parent == null || parent.isBlank()
        ? otherwise
        : sql.select(CURRENT_UNIT.BODY_ID)
            .from(CURRENT_UNIT)
            .where(CURRENT_UNIT.UNIT_ID.cast(String.class).eq(parent))
            .fetchOptional(CURRENT_UNIT.BODY_ID)
            .map(UUID::toString)
            .orElse(otherwise);
  }

  /// A name to choose and its id.
  record Choice(UUID id, String name) {}

  List<Choice> units() {
    return sql.select(CURRENT_UNIT.UNIT_ID, CURRENT_UNIT.NAME)
        .from(CURRENT_UNIT)
        .orderBy(CURRENT_UNIT.NAME, CURRENT_UNIT.UNIT_ID)
        .fetch(row -> new Choice(row.value1(), row.value2()));
  }

  List<Choice> bodies() {
    return sql.select(CURRENT_BODY.BODY_ID, CURRENT_BODY.NAME)
        .from(CURRENT_BODY)
        .orderBy(CURRENT_BODY.NAME)
        .fetch(row -> new Choice(row.value1(), row.value2()));
  }
}

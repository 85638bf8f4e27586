package se.tillit.improvement.goal;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;
import static se.tillit.schema.improvement.Tables.ACTION;
import static se.tillit.schema.improvement.Tables.GOAL;
import static se.tillit.schema.improvement.Tables.GOAL_READING;
import static se.tillit.schema.improvement.Tables.PUBLISHED_GOAL;
import static se.tillit.schema.indicator.Tables.CURRENT_FIGURE;
import static se.tillit.schema.indicator.Tables.KEPT_FIGURE;
import static se.tillit.schema.organisation.Tables.CURRENT_BODY;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Ids;
import se.tillit.web.Cursor;

/// Rows of goals and of what they measure.
@Component
class GoalStore {

  /// The share of the goal's body, or of the whole tenant, in per cent.
  private static final Field<BigDecimal> SHARE =
      field(
              select(
                      sum(CURRENT_FIGURE.MET)
                          .times(100)
                          .div(nullif(sum(CURRENT_FIGURE.TOTAL), BigDecimal.ZERO)))
                  .from(CURRENT_FIGURE)
                  .where(CURRENT_FIGURE.TENANT_ID.eq(GOAL.TENANT_ID))
                  .and(CURRENT_FIGURE.INDICATOR.eq(GOAL.INDICATOR))
                  .and(GOAL.BODY_ID.isNull().or(CURRENT_FIGURE.BODY_ID.eq(GOAL.BODY_ID))))
          .as("share");

  private static final Field<Integer> ACTIONS = actions(noCondition()).as("actions");
  private static final Field<Integer> OPEN_ACTIONS =
      actions(ACTION.OPEN.eq(true)).as("open_actions");

  private final DSLContext sql;
  private final Clock clock;

  GoalStore(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /// What a goal's figure was on a day: of its own, or met of total of its indicator.
  record Reading(LocalDate day, BigDecimal value, String note, String name) {}

  /// Met of total of an indicator, on the last day that was kept of a month.
  record Monthly(LocalDate day, long met, long total) {}

  UUID insert(GoalDraft draft) {
    UUID id = Ids.next();
    sql.insertInto(GOAL)
        .set(columns(draft))
        .set(GOAL.TENANT_ID, tenant())
        .set(GOAL.ID, id)
        .set(GOAL.CREATED_AT, clock.instant())
        .execute();
    return id;
  }

  boolean update(UUID id, int version, GoalDraft draft) {
    return change(id, version, columns(draft));
  }

  boolean conclude(UUID id, int version, String state, String conclusion) {
    return change(id, version, Map.of(GOAL.STATE, state, GOAL.CONCLUSION, conclusion));
  }

  List<Goal> all(boolean open) {
    return goals()
        .where(open ? GOAL.STATE.eq("open") : noCondition())
        .orderBy(GOAL.LEVEL, GOAL.FROM_DAY.desc(), GOAL.TITLE, GOAL.ID)
        .limit(500)
        .fetch(GoalStore::goal);
  }

  List<Goal> page(@Nullable Cursor after, int limit) {
    return goals()
        .where(
            after == null ? noCondition() : row(GOAL.TO_DAY, GOAL.ID).gt(after.day(0), after.id(1)))
        .orderBy(GOAL.TO_DAY, GOAL.ID)
        .limit(limit)
        .fetch(GoalStore::goal);
  }

  List<Goal> stepsOf(UUID parent) {
    return goals()
        .where(GOAL.PARENT_ID.eq(parent))
        .orderBy(GOAL.FROM_DAY, GOAL.TITLE, GOAL.ID)
        .limit(200)
        .fetch(GoalStore::goal);
  }

  Optional<Goal> one(UUID id) {
    return goals().where(GOAL.ID.eq(id)).fetchOptional(GoalStore::goal);
  }

  void read(UUID goal, Reading reading) {
    sql.insertInto(GOAL_READING)
        .set(GOAL_READING.TENANT_ID, tenant())
        .set(GOAL_READING.GOAL_ID, goal)
        .set(GOAL_READING.DAY, reading.day())
        .set(GOAL_READING.VALUE, reading.value())
        .set(GOAL_READING.NOTE, reading.note())
        .set(GOAL_READING.NAME, reading.name())
        .onConflict(GOAL_READING.TENANT_ID, GOAL_READING.GOAL_ID, GOAL_READING.DAY)
        .doUpdate()
        .set(GOAL_READING.VALUE, reading.value())
        .set(GOAL_READING.NOTE, reading.note())
        .set(GOAL_READING.NAME, reading.name())
        .execute();
  }

  List<Reading> readings(UUID goal) {
    return sql.select(GOAL_READING.DAY, GOAL_READING.VALUE, GOAL_READING.NOTE, GOAL_READING.NAME)
        .from(GOAL_READING)
        .where(GOAL_READING.GOAL_ID.eq(goal))
        .orderBy(GOAL_READING.DAY.desc())
        .limit(100)
        .fetch(it -> new Reading(it.value1(), it.value2(), it.value3(), it.value4()));
  }

  List<Monthly> months(Goal goal, String indicator, LocalDate from) {
    var f = KEPT_FIGURE;
    UUID body = goal.body();
    Condition ours =
        f.INDICATOR.eq(indicator).and(body == null ? noCondition() : f.BODY_ID.eq(body));
    Field<?> month = field("date_trunc('month', {0})", f.DAY);
    var last = select(max(f.DAY)).from(f).where(ours).and(f.DAY.ge(from)).groupBy(month);
    return sql.select(f.DAY, sum(f.MET), sum(f.TOTAL))
        .from(f)
        .where(ours)
        .and(f.DAY.in(last))
        .groupBy(f.DAY)
        .orderBy(f.DAY)
        .fetch(it -> new Monthly(it.value1(), it.value2().longValue(), it.value3().longValue()));
  }

  boolean knowsStrategic(UUID goal) {
    return sql.fetchExists(
        selectOne().from(GOAL).where(GOAL.ID.eq(goal)).and(GOAL.LEVEL.eq("strategic")));
  }

  Map<UUID, String> bodies() {
    return sql.select(CURRENT_BODY.BODY_ID, CURRENT_BODY.NAME)
        .from(CURRENT_BODY)
        .orderBy(CURRENT_BODY.NAME)
        .fetchMap(CURRENT_BODY.BODY_ID, CURRENT_BODY.NAME);
  }

  private boolean change(UUID id, int version, Map<? extends Field<?>, ?> values) {
    return sql.update(GOAL)
            .set(values)
            .set(GOAL.VERSION, GOAL.VERSION.plus(1))
            .where(GOAL.ID.eq(id))
            .and(GOAL.VERSION.eq(version))
            .execute()
        == 1;
  }

  private SelectJoinStep<?> goals() {
    return sql.select(GOAL.fields())
        .select(CURRENT_BODY.NAME, PUBLISHED_GOAL.VALUE, SHARE, ACTIONS, OPEN_ACTIONS)
        .from(GOAL)
        .join(PUBLISHED_GOAL)
        .on(PUBLISHED_GOAL.TENANT_ID.eq(GOAL.TENANT_ID))
        .and(PUBLISHED_GOAL.GOAL_ID.eq(GOAL.ID))
        .leftJoin(CURRENT_BODY)
        .on(CURRENT_BODY.TENANT_ID.eq(GOAL.TENANT_ID))
        .and(CURRENT_BODY.BODY_ID.eq(GOAL.BODY_ID));
  }

  private static Field<Integer> actions(Condition which) {
    return coalesce(
        field(
            select(count())
                .from(ACTION)
                .where(ACTION.TENANT_ID.eq(GOAL.TENANT_ID))
                .and(ACTION.GOAL_ID.eq(GOAL.ID))
                .and(which)),
        inline(0));
  }

  private static Map<Field<?>, @Nullable Object> columns(GoalDraft draft) {
    var values = new LinkedHashMap<Field<?>, @Nullable Object>();
    values.put(GOAL.TITLE, draft.title().strip());
    values.put(GOAL.DESCRIPTION, draft.description().strip());
    values.put(GOAL.LEVEL, draft.level());
    values.put(GOAL.PARENT_ID, draft.parent());
    values.put(GOAL.BODY_ID, draft.body());
    values.put(GOAL.FROM_DAY, draft.span().first());
    values.put(GOAL.TO_DAY, draft.span().last());
    values.put(GOAL.INDICATOR, draft.aim().indicator());
    values.put(GOAL.UNIT_WORD, draft.aim().unitWord().strip());
    values.put(GOAL.BASELINE, draft.aim().indicator() == null ? draft.aim().baseline() : null);
    values.put(GOAL.TARGET, draft.aim().wanted());
    return values;
  }

  private static Goal goal(Record row) {
    var g = row.into(GOAL);
    String indicator = g.getIndicator();
    BigDecimal now = indicator == null ? row.get(PUBLISHED_GOAL.VALUE) : row.get(SHARE);
    return new Goal(
        g.getId(),
        g.getTitle(),
        g.getDescription(),
        g.getLevel(),
        g.getParentId(),
        g.getBodyId(),
        row.get(CURRENT_BODY.NAME),
        g.getFromDay(),
        g.getToDay(),
        new Goal.Measure(indicator, g.getUnitWord(), g.getBaseline(), g.getTarget(), now),
        g.getState(),
        g.getConclusion(),
        new Goal.Tally(row.get(ACTIONS), row.get(OPEN_ACTIONS)),
        g.getVersion());
  }

  private static UUID tenant() {
    return Acting.current().tenant().value();
  }
}

package se.tillit.improvement.action;

import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static se.tillit.schema.improvement.Tables.ACTION;
import static se.tillit.schema.improvement.Tables.DUE_CHANGE;
import static se.tillit.schema.improvement.Tables.GOAL;
import static se.tillit.schema.improvement.Tables.LOG_ENTRY;
import static se.tillit.schema.organisation.Tables.CURRENT_BODY;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT;
import static se.tillit.schema.organisation.Tables.PERSON_NAME;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tillit.improvement.NewAction;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Ids;
import se.tillit.kernel.PersonId;

/// Rows of actions and of what has been said about them.
@Component
class ActionStore {

  private final DSLContext sql;
  private final Clock clock;

  ActionStore(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /// Something said or done about an action.
  record Said(Instant at, String name, @Nullable String state, String text, String via) {}

  /// A last day that was moved.
  record DueChange(Instant at, String name, LocalDate before, LocalDate after, String reason) {}

  UUID insert(Draft draft) {
    UUID id = Ids.next();
    var values = columns(draft);
    values.put(ACTION.TENANT_ID, tenant());
    values.put(ACTION.ID, id);
    values.put(ACTION.STATE, ActionState.PLANNED.key());
    values.put(ACTION.CREATED_AT, clock.instant());
    NewAction.Source source = draft.action().source();
    if (source != null) {
      values.put(ACTION.SOURCE_KIND, source.kind());
      values.put(ACTION.SOURCE_RECORD, source.record());
      values.put(ACTION.SOURCE_LABEL, source.label());
      values.put(ACTION.SOURCE_PATH, source.path());
    }
    sql.insertInto(ACTION).set(values).execute();
    return id;
  }

  boolean update(UUID id, int version, Draft draft, boolean dueChanged) {
    return sql.update(ACTION)
            .set(columns(draft))
            .set(ACTION.DUE_CHANGES, ACTION.DUE_CHANGES.plus(dueChanged ? 1 : 0))
            .set(ACTION.VERSION, ACTION.VERSION.plus(1))
            .where(ACTION.ID.eq(id))
            .and(ACTION.VERSION.eq(version))
            .execute()
        == 1;
  }

  /// Moves it on; what stood in the way no longer does.
  boolean move(UUID id, int version, Move move) {
    var update =
        sql.update(ACTION)
            .set(ACTION.STATE, move.to().key())
            .set(ACTION.DONE_DAY, move.done())
            .set(ACTION.RECHECK_DAY, move.recheck())
            .set(ACTION.HINDRANCE, "")
            .set(ACTION.REOPENINGS, ACTION.REOPENINGS.plus(move.again() ? 1 : 0))
            .set(ACTION.VERSION, ACTION.VERSION.plus(1));
    if (move.effect() != null) {
      update = update.set(ACTION.EFFECT, move.effect()).set(ACTION.EVIDENCE, move.evidence());
    }
    return update.where(ACTION.ID.eq(id)).and(ACTION.VERSION.eq(version)).execute() == 1;
  }

  /// A move as it is stored.
  ///
  /// @param again whether it has to be done again, because it had no effect
  record Move(
      ActionState to,
      @Nullable LocalDate done,
      @Nullable LocalDate recheck,
      @Nullable String effect,
      String evidence,
      boolean again) {}

  boolean postpone(UUID id, int version, LocalDate due) {
    return sql.update(ACTION)
            .set(ACTION.DUE_DAY, due)
            .set(ACTION.HINDRANCE, "")
            .set(ACTION.DUE_CHANGES, ACTION.DUE_CHANGES.plus(1))
            .set(ACTION.VERSION, ACTION.VERSION.plus(1))
            .where(ACTION.ID.eq(id))
            .and(ACTION.VERSION.eq(version))
            .execute()
        == 1;
  }

  boolean hinder(UUID id, int version, String because) {
    return sql.update(ACTION)
            .set(ACTION.HINDRANCE, because)
            .set(ACTION.VERSION, ACTION.VERSION.plus(1))
            .where(ACTION.ID.eq(id))
            .and(ACTION.VERSION.eq(version))
            .execute()
        == 1;
  }

  void keepDueChange(UUID id, LocalDate before, LocalDate after, String reason) {
    sql.insertInto(DUE_CHANGE)
        .set(DUE_CHANGE.TENANT_ID, tenant())
        .set(DUE_CHANGE.ID, Ids.next())
        .set(DUE_CHANGE.ACTION_ID, id)
        .set(DUE_CHANGE.AT, clock.instant())
        .set(DUE_CHANGE.NAME, Acting.current().name())
        .set(DUE_CHANGE.BEFORE_DAY, before)
        .set(DUE_CHANGE.AFTER_DAY, after)
        .set(DUE_CHANGE.REASON, reason)
        .execute();
  }

  List<DueChange> dueChanges(UUID id) {
    return sql.select(
            DUE_CHANGE.AT,
            DUE_CHANGE.NAME,
            DUE_CHANGE.BEFORE_DAY,
            DUE_CHANGE.AFTER_DAY,
            DUE_CHANGE.REASON)
        .from(DUE_CHANGE)
        .where(DUE_CHANGE.ACTION_ID.eq(id))
        .orderBy(DUE_CHANGE.ID.desc())
        .limit(100)
        .fetch(Records.mapping(DueChange::new));
  }

  void say(UUID id, @Nullable ActionState state, String text, String via) {
    PersonId person = Acting.current().person();
    sql.insertInto(LOG_ENTRY)
        .set(LOG_ENTRY.TENANT_ID, tenant())
        .set(LOG_ENTRY.ID, Ids.next())
        .set(LOG_ENTRY.ACTION_ID, id)
        .set(LOG_ENTRY.AT, clock.instant())
        .set(LOG_ENTRY.PERSON_ID, person == null ? null : person.value())
        .set(LOG_ENTRY.NAME, Acting.current().name())
        .set(LOG_ENTRY.STATE, state == null ? null : state.key())
        .set(LOG_ENTRY.TEXT, text)
        .set(LOG_ENTRY.VIA, via)
        .execute();
  }

  List<Said> log(UUID id) {
    return sql.select(LOG_ENTRY.AT, LOG_ENTRY.NAME, LOG_ENTRY.STATE, LOG_ENTRY.TEXT, LOG_ENTRY.VIA)
        .from(LOG_ENTRY)
        .where(LOG_ENTRY.ACTION_ID.eq(id))
        .orderBy(LOG_ENTRY.ID.desc())
        .limit(200)
        .fetch(Records.mapping(Said::new));
  }

  boolean knowsUnit(UUID unit) {
    return sql.fetchExists(
        select(CURRENT_UNIT.UNIT_ID).from(CURRENT_UNIT).where(CURRENT_UNIT.UNIT_ID.eq(unit)));
  }

  boolean knowsBody(UUID body) {
    return sql.fetchExists(
        select(CURRENT_BODY.BODY_ID).from(CURRENT_BODY).where(CURRENT_BODY.BODY_ID.eq(body)));
  }

  boolean knowsPerson(UUID person) {
    return sql.fetchExists(selectOne().from(PERSON_NAME).where(PERSON_NAME.PERSON_ID.eq(person)));
  }

  boolean knowsGoal(UUID goal) {
    return sql.fetchExists(selectOne().from(GOAL).where(GOAL.ID.eq(goal)));
  }

  private static Map<Field<?>, @Nullable Object> columns(Draft draft) {
    NewAction action = draft.action();
    var values = new LinkedHashMap<Field<?>, @Nullable Object>();
    values.put(ACTION.TITLE, action.title().strip());
    values.put(ACTION.DESCRIPTION, action.description());
    values.put(ACTION.GOAL, draft.goal());
    values.put(ACTION.COST, draft.cost().words());
    values.put(ACTION.COST_SEK, draft.cost().kronor());
    values.put(ACTION.GOAL_ID, draft.change().servedGoal());
    values.put(ACTION.UNIT_ID, action.place().unit());
    values.put(ACTION.BODY_ID, action.place().body());
    values.put(ACTION.OWNER_ID, action.hands().owner());
    values.put(ACTION.DEPUTY_ID, action.hands().deputy());
    values.put(ACTION.START_DAY, draft.start());
    values.put(ACTION.DUE_DAY, action.due());
    values.put(ACTION.PRIORITY, action.priority().key());
    return values;
  }

  private static UUID tenant() {
    return Acting.current().tenant().value();
  }
}

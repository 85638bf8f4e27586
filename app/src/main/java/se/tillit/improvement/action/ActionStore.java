package se.tillit.improvement.action;

import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static se.tillit.schema.improvement.Tables.ACTION;
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
  record Said(Instant at, String name, @Nullable String state, String text) {}

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

  boolean update(UUID id, int version, Draft draft) {
    return sql.update(ACTION)
            .set(columns(draft))
            .set(ACTION.VERSION, ACTION.VERSION.plus(1))
            .where(ACTION.ID.eq(id))
            .and(ACTION.VERSION.eq(version))
            .execute()
        == 1;
  }

  boolean move(
      UUID id, int version, ActionState to, @Nullable LocalDate done, @Nullable String effect) {
    var update =
        sql.update(ACTION)
            .set(ACTION.STATE, to.key())
            .set(ACTION.DONE_DAY, done)
            .set(ACTION.VERSION, ACTION.VERSION.plus(1));
    return (effect == null ? update : update.set(ACTION.EFFECT, effect))
            .where(ACTION.ID.eq(id))
            .and(ACTION.VERSION.eq(version))
            .execute()
        == 1;
  }

  void say(UUID id, @Nullable ActionState state, String text) {
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
        .execute();
  }

  List<Said> log(UUID id) {
    return sql.select(LOG_ENTRY.AT, LOG_ENTRY.NAME, LOG_ENTRY.STATE, LOG_ENTRY.TEXT)
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

  private static Map<Field<?>, @Nullable Object> columns(Draft draft) {
    NewAction action = draft.action();
    var values = new LinkedHashMap<Field<?>, @Nullable Object>();
    values.put(ACTION.TITLE, action.title().strip());
    values.put(ACTION.DESCRIPTION, action.description());
    values.put(ACTION.GOAL, draft.goal());
    values.put(ACTION.COST, draft.cost());
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

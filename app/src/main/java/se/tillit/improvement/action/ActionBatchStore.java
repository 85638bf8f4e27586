package se.tillit.improvement.action;

import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static se.tillit.schema.improvement.Tables.ACTION;
import static se.tillit.schema.improvement.Tables.DUE_CHANGE;
import static se.tillit.schema.improvement.Tables.LOG_ENTRY;
import static se.tillit.schema.organisation.Tables.PERSON_NAME;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Row2;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Ids;
import se.tillit.kernel.PersonId;

/// Writes many actions in one statement; each change answers how many stood as they were read.
@Component
class ActionBatchStore {

  private final DSLContext sql;
  private final Clock clock;

  ActionBatchStore(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  boolean knowsPerson(UUID person) {
    return sql.fetchExists(selectOne().from(PERSON_NAME).where(PERSON_NAME.PERSON_ID.eq(person)));
  }

  int assign(List<Action> actions, @Nullable UUID owner) {
    return sql.update(ACTION)
        .set(ACTION.OWNER_ID, owner)
        .set(ACTION.VERSION, ACTION.VERSION.plus(1))
        .where(asRead(actions))
        .execute();
  }

  int postpone(List<Action> actions, LocalDate due, String reason) {
    var kept =
        sql.insertInto(
            DUE_CHANGE,
            DUE_CHANGE.TENANT_ID,
            DUE_CHANGE.ID,
            DUE_CHANGE.ACTION_ID,
            DUE_CHANGE.AT,
            DUE_CHANGE.NAME,
            DUE_CHANGE.BEFORE_DAY,
            DUE_CHANGE.AFTER_DAY,
            DUE_CHANGE.REASON);
    for (Action action : actions) {
      kept =
          kept.values(
              tenant(),
              Ids.next(),
              action.id(),
              clock.instant(),
              Acting.current().name(),
              action.course().due(),
              due,
              reason);
    }
    kept.execute();
    return sql.update(ACTION)
        .set(ACTION.DUE_DAY, due)
        .set(ACTION.HINDRANCE, "")
        .set(ACTION.DUE_CHANGES, ACTION.DUE_CHANGES.plus(1))
        .set(ACTION.VERSION, ACTION.VERSION.plus(1))
        .where(asRead(actions))
        .execute();
  }

  int move(List<Action> actions, ActionStore.Move move, String text) {
    PersonId person = Acting.current().person();
    var said =
        sql.insertInto(
            LOG_ENTRY,
            LOG_ENTRY.TENANT_ID,
            LOG_ENTRY.ID,
            LOG_ENTRY.ACTION_ID,
            LOG_ENTRY.AT,
            LOG_ENTRY.PERSON_ID,
            LOG_ENTRY.NAME,
            LOG_ENTRY.STATE,
            LOG_ENTRY.TEXT);
    for (Action action : actions) {
      said =
          said.values(
              tenant(),
              Ids.next(),
              action.id(),
              clock.instant(),
              person == null ? null : person.value(),
              Acting.current().name(),
              move.to().key(),
              text);
    }
    said.execute();
    return sql.update(ACTION)
        .set(ACTION.STATE, move.to().key())
        .set(ACTION.DONE_DAY, move.done())
        .set(ACTION.RECHECK_DAY, move.recheck())
        .set(ACTION.HINDRANCE, "")
        .set(ACTION.VERSION, ACTION.VERSION.plus(1))
        .where(asRead(actions))
        .execute();
  }

  private static Condition asRead(List<Action> actions) {
    List<Row2<UUID, Integer>> read =
        actions.stream().map(it -> row(val(it.id()), val(it.version()))).toList();
    return row(ACTION.ID, ACTION.VERSION).in(read);
  }

  private static UUID tenant() {
    return Acting.current().tenant().value();
  }
}

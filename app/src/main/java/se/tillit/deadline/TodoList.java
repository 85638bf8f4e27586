package se.tillit.deadline;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record6;
import org.jooq.Records;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.kernel.PersonId;
import se.tillit.web.Cursor;

/// "Att göra": what all modules ask of one person, the most urgent first, in one statement.
@Component
class TodoList {

  private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);
  private static final Field<String> KIND = field(name("kind"), String.class);
  private static final Field<UUID> RECORD = field(name("record"), UUID.class);
  private static final Field<String> LABEL = field(name("label"), String.class);
  private static final Field<LocalDate> DUE = field(name("due"), LocalDate.class);
  private static final Field<String> PATH = field(name("path"), String.class);
  private static final Field<String> PRESS = field(name("press"), String.class);

  private final DSLContext sql;
  private final List<TodoSource> sources;

  TodoList(DSLContext sql, List<TodoSource> sources) {
    this.sql = sql;
    this.sources = sources;
  }

  @Transactional(readOnly = true)
  public List<TodoRow> page(PersonId person, @Nullable Cursor after, int limit) {
    var all = all(person.value());
    if (all == null) {
      return List.of();
    }
    Field<LocalDate> day = coalesce(DUE, inline(NEVER));
    return sql.selectFrom(all.asTable("todo"))
        .where(beyond(day, after))
        .orderBy(day, KIND, RECORD)
        .limit(limit)
        .fetch(Records.mapping(TodoRow::new));
  }

  @Transactional(readOnly = true)
  public int count(PersonId person) {
    var all = all(person.value());
    return all == null ? 0 : sql.fetchCount(all);
  }

  static Cursor cursorOf(TodoRow last) {
    LocalDate due = last.due();
    return Cursor.of(due == null ? NEVER : due, last.kind(), last.record());
  }

  private @Nullable Select<Record6<String, UUID, String, LocalDate, String, String>> all(
      UUID person) {
    Select<Record6<String, UUID, String, LocalDate, String, String>> all = null;
    for (TodoSource source : sources) {
      var rows = source.todosOf(person).asTable("s", "record", "label", "due", "path", "press");
      var one =
          select(
                  inline(source.kind()).as(KIND),
                  rows.field(RECORD),
                  rows.field(LABEL),
                  rows.field(DUE),
                  rows.field(PATH),
                  rows.field(PRESS))
              .from(rows);
      all = all == null ? one : all.unionAll(one);
    }
    return all;
  }

  private static Condition beyond(Field<LocalDate> day, @Nullable Cursor after) {
    return after == null
        ? noCondition()
        : row(day, KIND, RECORD).gt(after.day(0), after.at(1), after.id(2));
  }
}

package se.tillit.improvement.measure;

import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static se.tillit.schema.improvement.Tables.PUBLISHED_ACTION;

import java.time.LocalDate;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record5;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import se.tillit.deadline.TodoSource;
import se.tillit.improvement.action.Hands;

/// The open actions that a person answers for today: her own, and those that a leaver left to her.
@Component
class ActionTodos implements TodoSource {

  @Override
  public String kind() {
    return "improvement.action";
  }

  @Override
  public Select<Record5<UUID, String, LocalDate, String, String>> todosOf(UUID person) {
    var a = PUBLISHED_ACTION;
    Field<String> path = concat(inline("/actions/"), a.ACTION_ID.cast(SQLDataType.VARCHAR));
    return select(a.ACTION_ID, a.TITLE, a.DUE_DAY, path, concat(path, inline("/completion")))
        .from(a)
        .where(a.OPEN)
        .and(Hands.answeredBy(person));
  }
}

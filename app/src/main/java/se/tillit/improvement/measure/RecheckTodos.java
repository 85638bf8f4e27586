package se.tillit.improvement.measure;

import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static se.tillit.improvement.measure.Today.TODAY;
import static se.tillit.schema.improvement.Tables.PUBLISHED_ACTION;

import java.time.LocalDate;
import java.util.UUID;
import org.jooq.Record5;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import se.tillit.deadline.TodoSource;
import se.tillit.improvement.action.Hands;

/// What a person has done whose effect it is time to look at.
@Component
class RecheckTodos implements TodoSource {

  @Override
  public String kind() {
    return "improvement.recheck";
  }

  @Override
  public Select<Record5<UUID, String, LocalDate, String, String>> todosOf(UUID person) {
    var a = PUBLISHED_ACTION;
    return select(
            a.ACTION_ID,
            a.TITLE,
            a.RECHECK_DAY,
            concat(inline("/actions/"), a.ACTION_ID.cast(SQLDataType.VARCHAR)),
            castNull(SQLDataType.VARCHAR))
        .from(a)
        .where(a.STATE.eq(inline("done")))
        .and(a.RECHECK_DAY.le(TODAY.plus(14)))
        .and(Hands.answeredBy(person));
  }
}

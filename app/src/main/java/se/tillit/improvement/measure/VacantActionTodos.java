package se.tillit.improvement.measure;

import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static se.tillit.schema.improvement.Tables.PUBLISHED_ACTION;
import static se.tillit.schema.organisation.Tables.CURRENT_ROLE_HOLDING;

import java.time.LocalDate;
import java.util.UUID;
import org.jooq.Record5;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import se.tillit.deadline.TodoSource;
import se.tillit.identity.Role;

/// Open actions that nobody answers for any more: on the coordinator's list the same day (K-4e).
@Component
class VacantActionTodos implements TodoSource {

  @Override
  public String kind() {
    return "improvement.vacant-action";
  }

  @Override
  public Select<Record5<UUID, String, LocalDate, String, String>> todosOf(UUID person) {
    var a = PUBLISHED_ACTION;
    var r = CURRENT_ROLE_HOLDING;
    return select(
            a.ACTION_ID,
            a.TITLE,
            a.DUE_DAY,
            concat(inline("/actions/"), a.ACTION_ID.cast(SQLDataType.VARCHAR), inline("/edit")),
            castNull(SQLDataType.VARCHAR))
        .from(a)
        .where(a.OPEN)
        .and(a.PERSON_ID.isNull())
        .and(
            exists(
                selectOne()
                    .from(r)
                    .where(r.PERSON_ID.eq(person))
                    .and(r.ROLE.eq(inline(Role.COORDINATOR.key())))));
  }
}

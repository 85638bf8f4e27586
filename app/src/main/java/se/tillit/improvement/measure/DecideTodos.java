package se.tillit.improvement.measure;

import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static se.tillit.schema.improvement.Tables.PUBLISHED_FINDING;
import static se.tillit.schema.organisation.Tables.CURRENT_ROLE_HOLDING;

import java.time.LocalDate;
import java.util.UUID;
import org.jooq.Record5;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import se.tillit.deadline.TodoSource;
import se.tillit.identity.Role;

/// Findings that wait for a decision: the unit's manager's, and the coordinator's where no unit has
/// one.
@Component
class DecideTodos implements TodoSource {

  @Override
  public String kind() {
    return "improvement.decide";
  }

  @Override
  public Select<Record5<UUID, String, LocalDate, String, String>> todosOf(UUID person) {
    var f = PUBLISHED_FINDING;
    var r = CURRENT_ROLE_HOLDING;
    return select(
            f.FINDING_ID,
            f.TITLE,
            f.DECIDE_BY,
            concat(inline("/findings/"), f.FINDING_ID.cast(SQLDataType.VARCHAR)),
            castNull(SQLDataType.VARCHAR))
        .from(f)
        .where(f.DECISION.isNull())
        .and(
            f.PERSON_ID
                .eq(person)
                .or(
                    f.PERSON_ID
                        .isNull()
                        .and(
                            exists(
                                selectOne()
                                    .from(r)
                                    .where(r.PERSON_ID.eq(person))
                                    .and(r.ROLE.eq(inline(Role.COORDINATOR.key())))))));
  }
}

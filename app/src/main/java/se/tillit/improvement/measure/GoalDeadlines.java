package se.tillit.improvement.measure;

import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static se.tillit.schema.improvement.Tables.PUBLISHED_GOAL;

import java.time.LocalDate;
import java.util.UUID;
import org.jooq.Record8;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import se.tillit.deadline.DeadlineSource;
import se.tillit.improvement.ImprovementPermissions;

/// When goals are to be reached.
@Component
class GoalDeadlines implements DeadlineSource {

  @Override
  public String kind() {
    return "improvement.goal";
  }

  @Override
  public String permission() {
    return ImprovementPermissions.READ;
  }

  @Override
  public Select<Record8<LocalDate, String, UUID, UUID, UUID, String, Boolean, UUID>> deadlines() {
    var g = PUBLISHED_GOAL;
    return select(
            g.TO_DAY,
            g.TITLE,
            g.BODY_ID,
            castNull(SQLDataType.UUID),
            castNull(SQLDataType.UUID),
            concat(inline("/goals/"), g.GOAL_ID.cast(SQLDataType.VARCHAR)),
            field(g.STATE.ne(inline("open"))),
            g.GOAL_ID)
        .from(g)
        .where(g.STATE.ne(inline("dropped")));
  }
}

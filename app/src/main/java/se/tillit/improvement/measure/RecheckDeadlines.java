package se.tillit.improvement.measure;

import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static se.tillit.schema.improvement.Tables.PUBLISHED_ACTION;

import java.time.LocalDate;
import java.util.UUID;
import org.jooq.Record8;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import se.tillit.deadline.DeadlineSource;
import se.tillit.improvement.ImprovementPermissions;

/// When the effect of what was done is to be looked at.
@Component
class RecheckDeadlines implements DeadlineSource {

  @Override
  public String kind() {
    return "improvement.recheck";
  }

  @Override
  public String permission() {
    return ImprovementPermissions.READ;
  }

  @Override
  public Select<Record8<LocalDate, String, UUID, UUID, UUID, String, Boolean, UUID>> deadlines() {
    var a = PUBLISHED_ACTION;
    return select(
            a.RECHECK_DAY,
            a.TITLE,
            a.BODY_ID,
            a.UNIT_ID,
            a.PERSON_ID,
            concat(inline("/actions/"), a.ACTION_ID.cast(SQLDataType.VARCHAR)),
            field(a.STATE.eq(inline("confirmed"))),
            a.ACTION_ID)
        .from(a)
        .where(a.STATE.in(inline("done"), inline("confirmed")))
        .and(a.RECHECK_DAY.isNotNull());
  }
}

package se.tillit.organisation;

import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static se.tillit.schema.organisation.Tables.CURRENT_BODY;
import static se.tillit.schema.organisation.Tables.PUBLISHED_MEETING;

import java.time.LocalDate;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record8;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import se.tillit.deadline.DeadlineSource;

/// The last day to hand in papers before each meeting of a body; past ones are behind us, not late.
@Component
class MeetingDeadlines implements DeadlineSource {

  private static final Field<LocalDate> TODAY = field("kernel.today()", LocalDate.class);

  @Override
  public String kind() {
    return "organisation.meeting-papers";
  }

  @Override
  public String permission() {
    return "organisation.read";
  }

  @Override
  public Select<Record8<LocalDate, String, UUID, UUID, UUID, String, Boolean, UUID>> deadlines() {
    var m = PUBLISHED_MEETING;
    return select(
            m.PAPERS_DAY,
            concat(CURRENT_BODY.NAME, inline(" "), m.DAY.cast(SQLDataType.VARCHAR)),
            m.BODY_ID,
            castNull(SQLDataType.UUID),
            castNull(SQLDataType.UUID),
            concat(inline("/bodies/"), m.BODY_ID.cast(SQLDataType.VARCHAR)),
            field(m.PAPERS_DAY.lt(TODAY)),
            m.MEETING_ID)
        .from(m)
        .join(CURRENT_BODY)
        .on(CURRENT_BODY.TENANT_ID.eq(m.TENANT_ID))
        .and(CURRENT_BODY.BODY_ID.eq(m.BODY_ID));
  }
}

package se.tillit.followup;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;
import static se.tillit.schema.followup.Tables.REPORT;
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

/// When reports fall due: the papers day of the body's first meeting from February after the year
/// reported on; the end of March where no meeting is planned.
@Component
class ReportDeadlines implements DeadlineSource {

  @Override
  public String kind() {
    return "followup.report";
  }

  @Override
  public String permission() {
    return FollowupPermissions.READ_REPORTS;
  }

  @Override
  public Select<Record8<LocalDate, String, UUID, UUID, UUID, String, Boolean, UUID>> deadlines() {
    return select(
            due(),
            CURRENT_BODY.NAME,
            REPORT.BODY_ID,
            inline(null, SQLDataType.UUID),
            inline(null, SQLDataType.UUID),
            concat(inline("/reports/"), REPORT.ID.cast(SQLDataType.VARCHAR)),
            field(REPORT.STATE.in("delivered", "handled")),
            REPORT.ID)
        .from(REPORT)
        .join(CURRENT_BODY)
        .on(CURRENT_BODY.BODY_ID.eq(REPORT.BODY_ID))
        .where(REPORT.KIND.eq("annual"));
  }

  private static Field<LocalDate> due() {
    var m = PUBLISHED_MEETING;
    Field<LocalDate> february = field("make_date({0} + 1, 2, 1)", LocalDate.class, REPORT.PERIOD);
    Field<LocalDate> march = field("make_date({0} + 1, 3, 31)", LocalDate.class, REPORT.PERIOD);
    return coalesce(
        field(
            select(min(m.PAPERS_DAY))
                .from(m)
                .where(m.BODY_ID.eq(REPORT.BODY_ID))
                .and(m.DAY.ge(february))),
        march);
  }
}

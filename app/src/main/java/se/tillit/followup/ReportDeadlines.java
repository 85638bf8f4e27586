package se.tillit.followup;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;
import static se.tillit.schema.followup.Tables.REPORT;
import static se.tillit.schema.followup.Tables.REPORT_OCCURRENCE;
import static se.tillit.schema.organisation.Tables.CURRENT_BODY;

import java.time.LocalDate;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record8;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import se.tillit.deadline.DeadlineSource;

/// When reports fall due: as long before the recipient's meeting as the clause that asks for them
/// says (K-4.1.7c, M-4a).
@Component
class ReportDeadlines implements DeadlineSource {

  private static final Field<LocalDate> YEAR_AGO = field("kernel.today() - 365", LocalDate.class);

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
    var o = REPORT_OCCURRENCE;
    return select(
            o.DUE_DAY,
            CURRENT_BODY.NAME,
            o.BODY_ID,
            inline(null, SQLDataType.UUID),
            inline(null, SQLDataType.UUID),
            when(REPORT.ID.isNull(), inline("/reports"))
                .otherwise(concat(inline("/reports/"), REPORT.ID.cast(SQLDataType.VARCHAR))),
            field(coalesce(REPORT.STATE, inline("")).in("delivered", "handled")),
            coalesce(REPORT.ID, o.CLAUSE_ID))
        .from(o)
        .join(CURRENT_BODY)
        .on(CURRENT_BODY.BODY_ID.eq(o.BODY_ID))
        .leftJoin(REPORT)
        .on(ReportRounds.reportOf(o))
        .where(o.TARGET_DAY.ge(YEAR_AGO));
  }
}

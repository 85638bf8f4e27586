package se.tillit.followup;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;
import static se.tillit.schema.followup.Tables.REPORT;
import static se.tillit.schema.followup.Tables.REPORT_ASKED;
import static se.tillit.schema.organisation.Tables.CURRENT_BODY;

import java.util.Set;
import java.util.UUID;
import org.jooq.Record9;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import se.tillit.identity.Role;
import se.tillit.indicator.ClauseIndicator;

/// Bodies whose last report that a clause in force asks for has been handled at a meeting, clause
/// by clause: only then the duty to report is done (K-4.1.7c, M-4a).
@Component
class ReportsDelivered implements ClauseIndicator {

  @Override
  public String key() {
    return "followup.reports-delivered";
  }

  @Override
  public Set<String> subjects() {
    return Set.of("report", "body", "document", "clause", "meeting");
  }

  @Override
  public String responsible() {
    return Role.COORDINATOR.key();
  }

  @Override
  public Select<Record9<UUID, UUID, UUID, String, Boolean, String, UUID, String, UUID>>
      recordsByClause() {
    var a = REPORT_ASKED;
    return select(
            a.BODY_ID,
            inline(null, SQLDataType.UUID),
            REPORT.ID,
            concat(CURRENT_BODY.NAME, inline(" "), a.PERIOD.cast(SQLDataType.VARCHAR)),
            field(coalesce(REPORT.STATE, inline("")).eq("handled")),
            when(REPORT.ID.isNull(), inline("followup.indicator.reports-delivered.remedy"))
                .otherwise(inline("followup.indicator.reports-delivered.remedy-handle")),
            inline(null, SQLDataType.UUID),
            when(REPORT.ID.isNull(), inline("/reports"))
                .otherwise(concat(inline("/reports/"), REPORT.ID.cast(SQLDataType.VARCHAR))),
            a.CLAUSE_ID)
        .from(a)
        .join(CURRENT_BODY)
        .on(CURRENT_BODY.BODY_ID.eq(a.BODY_ID))
        .leftJoin(REPORT)
        .on(REPORT.BODY_ID.eq(a.BODY_ID))
        .and(REPORT.KIND.eq(a.KIND))
        .and(REPORT.PERIOD.eq(a.PERIOD))
        .and(REPORT.PART.eq(a.PART))
        .and(REPORT.EVERY_MONTHS.eq(a.EVERY_MONTHS));
  }
}

package se.tillit.followup;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;
import static se.tillit.schema.followup.Tables.REPORT;
import static se.tillit.schema.organisation.Tables.CURRENT_BODY;

import java.util.Set;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record8;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import se.tillit.identity.Role;
import se.tillit.indicator.Indicator;

/// Bodies whose last yearly report has been handled at a meeting: only then the duty to report is
/// done (K-4.1.7c, M-4a).
@Component
class ReportsDelivered implements Indicator {

  // Last year's report is asked for from the first of April; until then the year before's.
  private static final Field<Integer> PERIOD =
      field("extract(year from kernel.today() - 90)::int - 1", Integer.class);

  @Override
  public String key() {
    return "followup.reports-delivered";
  }

  @Override
  public Set<String> subjects() {
    return Set.of("report", "body");
  }

  @Override
  public String responsible() {
    return Role.COORDINATOR.key();
  }

  @Override
  public Select<Record8<UUID, UUID, UUID, String, Boolean, String, UUID, String>> records() {
    return select(
            CURRENT_BODY.BODY_ID,
            inline(null, SQLDataType.UUID),
            REPORT.ID,
            CURRENT_BODY.NAME,
            field(coalesce(REPORT.STATE, inline("")).eq("handled")),
            when(REPORT.ID.isNull(), inline("followup.indicator.reports-delivered.remedy"))
                .otherwise(inline("followup.indicator.reports-delivered.remedy-handle")),
            inline(null, SQLDataType.UUID),
            when(REPORT.ID.isNull(), inline("/reports"))
                .otherwise(concat(inline("/reports/"), REPORT.ID.cast(SQLDataType.VARCHAR))))
        .from(CURRENT_BODY)
        .leftJoin(REPORT)
        .on(REPORT.BODY_ID.eq(CURRENT_BODY.BODY_ID))
        .and(REPORT.KIND.eq("annual"))
        .and(REPORT.PERIOD.eq(PERIOD))
        .where(ReportStore.everyRecipient());
  }
}

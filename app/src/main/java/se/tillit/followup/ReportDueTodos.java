package se.tillit.followup;

import static org.jooq.impl.DSL.arrayAgg;
import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;
import static se.tillit.schema.followup.Tables.REPORT;
import static se.tillit.schema.followup.Tables.REPORT_OCCURRENCE;
import static se.tillit.schema.organisation.Tables.CURRENT_ROLE_HOLDING;

import java.time.LocalDate;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record5;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import se.tillit.deadline.TodoSource;
import se.tillit.identity.Role;

/// Rounds of reports that are soon due or late: on the coordinator's list until all have gone out
/// (K-4.1.7c, M-4a).
@Component
class ReportDueTodos implements TodoSource {

  private static final Field<LocalDate> SOON = field("kernel.today() + 45", LocalDate.class);
  private static final Field<LocalDate> YEAR_AGO = field("kernel.today() - 365", LocalDate.class);

  @Override
  public String kind() {
    return "followup.report-due";
  }

  @Override
  public Select<Record5<UUID, String, LocalDate, String, String>> todosOf(UUID person) {
    var o = REPORT_OCCURRENCE;
    var r = CURRENT_ROLE_HOLDING;
    Field<String> year = o.PERIOD.cast(SQLDataType.VARCHAR);
    Field<String> label =
        when(o.PART.eq(0), year)
            .otherwise(concat(year, inline(":"), o.PART.cast(SQLDataType.VARCHAR)));
    return select(
            field("({0})[1]", UUID.class, arrayAgg(o.CLAUSE_ID)),
            label,
            min(o.DUE_DAY),
            inline("/reports"),
            castNull(SQLDataType.VARCHAR))
        .from(o)
        .leftJoin(REPORT)
        .on(ReportRounds.reportOf(o))
        .where(o.DUE_DAY.le(SOON))
        .and(o.TARGET_DAY.ge(YEAR_AGO))
        .and(REPORT.ID.isNull().or(REPORT.STATE.in("draft", "frozen")))
        .and(
            exists(
                selectOne()
                    .from(r)
                    .where(r.PERSON_ID.eq(person))
                    .and(r.ROLE.eq(inline(Role.COORDINATOR.key())))))
        .groupBy(o.KIND, o.PERIOD, o.PART, o.EVERY_MONTHS);
  }
}

package se.tillit.followup;

import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static se.tillit.schema.followup.Tables.REPORT;
import static se.tillit.schema.organisation.Tables.CURRENT_BODY;
import static se.tillit.schema.organisation.Tables.CURRENT_ROLE_HOLDING;
import static se.tillit.schema.organisation.Tables.PUBLISHED_MEETING;

import java.time.LocalDate;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record5;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import se.tillit.deadline.TodoSource;
import se.tillit.identity.Role;

/// Reports that have come to a body and wait for its meeting: on the list of the one who keeps its
/// records, until the handling is entered.
@Component
class ReportHandleTodos implements TodoSource {

  @Override
  public String kind() {
    return "followup.report-handle";
  }

  @Override
  public Select<Record5<UUID, String, LocalDate, String, String>> todosOf(UUID person) {
    var r = CURRENT_ROLE_HOLDING;
    var m = PUBLISHED_MEETING;
    Field<LocalDate> meeting =
        field(
            select(min(m.DAY))
                .from(m)
                .where(m.BODY_ID.eq(REPORT.BODY_ID))
                .and(m.DAY.ge(REPORT.DELIVERED_DAY)));
    return select(
            REPORT.ID,
            CURRENT_BODY.NAME,
            meeting,
            concat(inline("/reports/"), REPORT.ID.cast(SQLDataType.VARCHAR)),
            castNull(SQLDataType.VARCHAR))
        .from(REPORT)
        .join(CURRENT_BODY)
        .on(CURRENT_BODY.BODY_ID.eq(REPORT.BODY_ID))
        .where(REPORT.STATE.eq(inline("delivered")))
        .and(
            exists(
                selectOne()
                    .from(r)
                    .where(r.PERSON_ID.eq(person))
                    .and(r.ROLE.eq(inline(Role.REGISTRAR.key())))
                    .and(coalesce(r.BODY_ID, REPORT.BODY_ID).eq(REPORT.BODY_ID))));
  }
}

package se.tillit.incident.measure;

import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static se.tillit.schema.incident.Tables.INCIDENT;
import static se.tillit.schema.organisation.Tables.CURRENT_MANAGER;

import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record8;
import org.jooq.Select;
import org.springframework.stereotype.Component;
import se.tillit.identity.Role;
import se.tillit.indicator.Indicator;

/// Cases closed in the last year that say why it happened and what was learnt (K-4.1.7a, K-4.1.1).
@Component
class ClosedWithLessons implements Indicator {

  private final DSLContext sql;

  ClosedWithLessons(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public String key() {
    return "incident.closed-with-lessons";
  }

  @Override
  public Set<String> subjects() {
    return Set.of("incident", "assignment", "unit");
  }

  @Override
  public String responsible() {
    return Role.COORDINATOR.key();
  }

  @Override
  public Select<Record8<UUID, UUID, UUID, String, Boolean, String, UUID, String>> records() {
    Condition caused = INCIDENT.CAUSE.isNotNull();
    Condition met = caused.and(INCIDENT.LESSONS.ne(inline("")));
    return sql.select(
            INCIDENT.BODY_ID,
            INCIDENT.UNIT_ID,
            INCIDENT.ID,
            INCIDENT.REFERENCE,
            field(met),
            case_()
                .when(met, inline(""))
                .when(caused, inline("incident.indicator.closed-with-lessons.remedy.lessons"))
                .else_(inline("incident.indicator.closed-with-lessons.remedy.cause")),
            CountedCases.person(),
            CountedCases.path())
        .from(INCIDENT)
        .leftJoin(CURRENT_MANAGER)
        .on(CURRENT_MANAGER.TENANT_ID.eq(INCIDENT.TENANT_ID))
        .and(CURRENT_MANAGER.UNIT_ID.eq(INCIDENT.UNIT_ID))
        .where(CountedCases.real())
        .and(INCIDENT.CLOSED_AT.ge(CountedCases.A_YEAR_AGO));
  }
}

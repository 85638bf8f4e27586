package se.tillit.incident.measure;

import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static se.tillit.schema.incident.Tables.EVENT;
import static se.tillit.schema.incident.Tables.INCIDENT;
import static se.tillit.schema.organisation.Tables.CURRENT_MANAGER;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record8;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import se.tillit.identity.Role;
import se.tillit.indicator.Indicator;

/// Reports of the last year that somebody assessed within three days (K-4.1.7a). One that came in
/// less than three days ago, and waits, does not count yet.
@Component
class TriagedInTime implements Indicator {

  private static final int DAYS = 3;

  private final DSLContext sql;

  TriagedInTime(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public String key() {
    return "incident.triaged-in-time";
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
    Table<?> first = firstAssessments();
    Field<Instant> noted = field(name("first_assessment", "at"), SQLDataType.INSTANT);
    Field<Instant> done = coalesce(noted, INCIDENT.CLOSED_AT);
    Field<Instant> until =
        field("{0} + interval '3 days'", SQLDataType.INSTANT, INCIDENT.REPORTED_AT);
    Condition met = coalesce(field(done.le(until)), inline(false)).isTrue();
    Condition over = INCIDENT.REPORTED_AT.lt(CountedCases.daysAgo(DAYS));
    return sql.select(
            INCIDENT.BODY_ID,
            INCIDENT.UNIT_ID,
            INCIDENT.ID,
            INCIDENT.REFERENCE,
            field(met),
            case_()
                .when(met, inline(""))
                .when(
                    INCIDENT.STATE.eq(inline("REPORTED")),
                    inline("incident.indicator.triaged-in-time.remedy"))
                .else_(inline("incident.indicator.triaged-in-time.remedy.late")),
            CountedCases.person(),
            CountedCases.path())
        .from(INCIDENT)
        .leftJoin(first)
        .on(field(name("first_assessment", "incident_id"), UUID.class).eq(INCIDENT.ID))
        .leftJoin(CURRENT_MANAGER)
        .on(CURRENT_MANAGER.TENANT_ID.eq(INCIDENT.TENANT_ID))
        .and(CURRENT_MANAGER.UNIT_ID.eq(INCIDENT.UNIT_ID))
        .where(CountedCases.real())
        .and(INCIDENT.REPORTED_AT.ge(CountedCases.A_YEAR_AGO))
        .and(done.isNotNull().or(INCIDENT.STATE.eq(inline("REPORTED")).and(over)));
  }

  /// When each case was first assessed, as its timeline tells.
  private static Table<?> firstAssessments() {
    return select(EVENT.INCIDENT_ID.as("incident_id"), min(EVENT.AT).as("at"))
        .from(EVENT)
        .where(EVENT.KIND.eq(inline("assessed")))
        .and(EVENT.AUTOMATIC)
        .and(EVENT.AT.ge(CountedCases.A_YEAR_AGO))
        .groupBy(EVENT.INCIDENT_ID)
        .asTable("first_assessment");
  }
}

package se.tillit.incident.measure;

import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static se.tillit.schema.incident.Tables.CLOCK;
import static se.tillit.schema.incident.Tables.CLOCK_STEP;
import static se.tillit.schema.incident.Tables.INCIDENT;
import static se.tillit.schema.incident.Tables.SUBMISSION;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record8;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tillit.identity.Role;
import se.tillit.indicator.Indicator;
import se.tillit.web.chart.Share;

/// Statutory deadlines of the last year that were kept (K-4.1.7b, K-2b): submitted in time, or
/// decided in time not to be. One that still runs does not count before it has passed.
@Component
class DeadlinesKept implements Indicator {

  private final DSLContext sql;

  DeadlinesKept(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public String key() {
    return "incident.deadlines-kept";
  }

  @Override
  public Set<String> subjects() {
    return Set.of("incident", "clock");
  }

  @Override
  public String responsible() {
    return Role.COORDINATOR.key();
  }

  /// How many were kept, of how many; of one body or of all.
  Share share(@Nullable UUID body) {
    var each =
        records()
            .asTable(
                "each",
                "body_id",
                "unit_id",
                "record_id",
                "label",
                "met",
                "remedy",
                "person_id",
                "path");
    Condition here =
        body == null ? noCondition() : field(name("each", "body_id"), UUID.class).eq(body);
    return sql.select(
            count().filterWhere(field(name("each", "met"), Boolean.class).isTrue()), count())
        .from(each)
        .where(here)
        .fetchSingle(row -> new Share(row.value1(), row.value2()));
  }

  @Override
  public Select<Record8<UUID, UUID, UUID, String, Boolean, String, UUID, String>> records() {
    Field<Instant> answered = coalesce(SUBMISSION.SUBMITTED_AT, CLOCK.WAIVED_AT);
    Condition met = coalesce(field(answered.le(CLOCK_STEP.DUE_AT)), inline(false)).isTrue();
    Condition passed = CLOCK_STEP.DUE_AT.lt(field("now()", SQLDataType.INSTANT));
    return sql.select(
            coalesce(CLOCK.BODY_ID, INCIDENT.BODY_ID),
            INCIDENT.UNIT_ID,
            CLOCK_STEP.ID,
            concat(
                CLOCK_STEP.NAME,
                inline(" ("),
                CLOCK.NAME,
                inline(", "),
                CLOCK.RESPONSIBLE,
                inline(")")),
            field(met),
            case_()
                .when(met, inline(""))
                .when(answered.isNull(), inline("incident.indicator.deadlines-kept.remedy"))
                .else_(inline("incident.indicator.deadlines-kept.remedy.late")),
            coalesce(INCIDENT.HANDLER_PERSON_ID, CLOCK.HANDLER_PERSON_ID),
            concat(inline("/clocks/"), CLOCK.ID.cast(SQLDataType.VARCHAR)))
        .from(CLOCK_STEP)
        .join(CLOCK)
        .on(CLOCK.TENANT_ID.eq(CLOCK_STEP.TENANT_ID))
        .and(CLOCK.ID.eq(CLOCK_STEP.CLOCK_ID))
        .leftJoin(INCIDENT)
        .on(INCIDENT.TENANT_ID.eq(CLOCK.TENANT_ID))
        .and(INCIDENT.ID.eq(CLOCK.INCIDENT_ID))
        .leftJoin(SUBMISSION)
        .on(SUBMISSION.TENANT_ID.eq(CLOCK_STEP.TENANT_ID))
        .and(SUBMISSION.STEP_ID.eq(CLOCK_STEP.ID))
        .where(CLOCK_STEP.DUE_AT.ge(CountedCases.A_YEAR_AGO))
        .and(CLOCK.STATE.ne(inline("excluded")))
        .and(INCIDENT.ID.isNull().or(CountedCases.real()))
        .and(answered.isNotNull().or(CLOCK_STEP.STATE.eq(inline("open")).and(passed)))
        .and(CLOCK_STEP.OPTIONAL.isFalse());
  }
}

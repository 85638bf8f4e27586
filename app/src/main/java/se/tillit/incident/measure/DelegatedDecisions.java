package se.tillit.incident.measure;

import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static se.tillit.schema.incident.Tables.CLOCK;
import static se.tillit.schema.incident.Tables.DECISION;
import static se.tillit.schema.incident.Tables.INCIDENT;
import static se.tillit.schema.organisation.Tables.CURRENT_BODY;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record8;
import org.jooq.Records;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.identity.Scope;

/// Decisions taken in a board's stead in a quarter, to be reported to it (kommunallagen 2017:725, 6
/// kap. 40 § and 7 kap. 8 §).
@Component
class DelegatedDecisions {

  private static final int MOST = 1_000;

  private final DSLContext sql;

  DelegatedDecisions(DSLContext sql) {
    this.sql = sql;
  }

  /// The board, if the viewer reaches it.
  @Transactional(readOnly = true)
  Optional<String> board(UUID body, Scope scope) {
    return sql.select(CURRENT_BODY.NAME)
        .from(CURRENT_BODY)
        .where(CURRENT_BODY.BODY_ID.eq(body))
        .and(scope.coversBody(CURRENT_BODY.BODY_ID))
        .fetchOptional(CURRENT_BODY.NAME);
  }

  /// In order of time. A decision of no body in particular belongs to the body of its case.
  @Transactional(readOnly = true)
  List<DelegatedDecision> of(UUID body, Quarter quarter) {
    return sql.select(
            DECISION.ID,
            DECISION.DECIDED_AT,
            DECISION.KIND,
            DECISION.DECIDER,
            DECISION.DELEGATION_POINT,
            INCIDENT.REFERENCE,
            INCIDENT.DIARY_NUMBER,
            INCIDENT.SECRECY_GROUND)
        .from(DECISION)
        .join(INCIDENT)
        .on(INCIDENT.TENANT_ID.eq(DECISION.TENANT_ID))
        .and(INCIDENT.ID.eq(DECISION.INCIDENT_ID))
        .where(DECISION.DELEGATION_POINT.ne(""))
        .and(DECISION.DECIDED_AT.ge(quarter.start()))
        .and(DECISION.DECIDED_AT.lt(quarter.end()))
        .and(DECISION.BODY_ID.eq(body).or(DECISION.BODY_ID.isNull().and(INCIDENT.BODY_ID.eq(body))))
        .and(INCIDENT.EXERCISE_ID.isNull())
        .and(INCIDENT.SECURITY_PROTECTION.eq("NO"))
        .unionAll(ofClocksAlone(body, quarter))
        .orderBy(2, 1)
        .limit(MOST)
        .fetch(Records.mapping(DelegatedDecision::new));
  }

  /// Not to notify, where no case is: those of a case stand in its log.
  private Select<Record8<UUID, Instant, String, String, String, String, String, String>>
      ofClocksAlone(UUID body, Quarter quarter) {
    return select(
            CLOCK.ID,
            CLOCK.WAIVED_AT,
            inline("not-reported"),
            CLOCK.WAIVED_BY,
            CLOCK.DELEGATION_POINT,
            CLOCK.NAME,
            CLOCK.DIARY_NUMBER,
            castNull(SQLDataType.VARCHAR))
        .from(CLOCK)
        .where(CLOCK.INCIDENT_ID.isNull())
        .and(CLOCK.STATE.eq("waived"))
        .and(CLOCK.DELEGATE)
        .and(CLOCK.BODY_ID.eq(body))
        .and(CLOCK.WAIVED_AT.ge(quarter.start()))
        .and(CLOCK.WAIVED_AT.lt(quarter.end()));
  }
}

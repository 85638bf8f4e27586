package se.tillit.incident.draft;

import static org.jooq.impl.DSL.inline;
import static se.tillit.schema.incident.Tables.CLOCK;
import static se.tillit.schema.incident.Tables.CLOCK_STEP;
import static se.tillit.schema.incident.Tables.SUBMISSION;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import se.tillit.identity.Viewer;
import se.tillit.incident.CaseScope;

/// Reads the steps of clocks. What is reported under the rules of security protection is reported
/// outside Tillit, and has no drafts.
@Component
class ClockedSteps {

  private static final String SECURITY = "security-protection";

  private final DSLContext sql;

  ClockedSteps(DSLContext sql) {
    this.sql = sql;
  }

  List<ClockedStep> of(Folder.Of of) {
    UUID incident = of.incident();
    return fetch(incident == null ? CLOCK.ID.eq(of.clock()) : CLOCK.INCIDENT_ID.eq(incident));
  }

  /// What a clock that runs without a case is about, if the viewer may see it.
  Optional<String> alone(Viewer viewer, UUID clock) {
    return sql.select(CLOCK.TITLE)
        .from(CLOCK)
        .where(CLOCK.ID.eq(clock))
        .and(CaseScope.aloneSeenBy(viewer))
        .fetchOptional(CLOCK.TITLE);
  }

  Optional<ClockedStep> find(UUID step) {
    return fetch(CLOCK_STEP.ID.eq(step)).stream().findFirst();
  }

  /// The same, held until the transaction ends: nothing is submitted or begun meanwhile.
  Optional<ClockedStep> held(UUID step) {
    sql.select(CLOCK.ID)
        .from(CLOCK)
        .join(CLOCK_STEP)
        .on(CLOCK_STEP.TENANT_ID.eq(CLOCK.TENANT_ID))
        .and(CLOCK_STEP.CLOCK_ID.eq(CLOCK.ID))
        .where(CLOCK_STEP.ID.eq(step))
        .forNoKeyUpdate()
        .of(CLOCK)
        .fetch();
    return find(step);
  }

  private List<ClockedStep> fetch(Condition which) {
    return sql.select(CLOCK.fields())
        .select(CLOCK_STEP.fields())
        .select(SUBMISSION.fields())
        .from(CLOCK)
        .join(CLOCK_STEP)
        .on(CLOCK_STEP.TENANT_ID.eq(CLOCK.TENANT_ID))
        .and(CLOCK_STEP.CLOCK_ID.eq(CLOCK.ID))
        .leftJoin(SUBMISSION)
        .on(SUBMISSION.TENANT_ID.eq(CLOCK_STEP.TENANT_ID))
        .and(SUBMISSION.STEP_ID.eq(CLOCK_STEP.ID))
        .where(which)
        .and(CLOCK.REGIME.ne(inline(SECURITY)))
        .orderBy(CLOCK.STARTED_AT, CLOCK.ID, CLOCK_STEP.POSITION)
        .limit(1_000)
        .fetch(ClockedSteps::step);
  }

  private static ClockedStep step(Record row) {
    return new ClockedStep(
        row.get(CLOCK_STEP.ID),
        row.get(CLOCK.INCIDENT_ID),
        new ClockedStep.OfClock(
            row.get(CLOCK.ID),
            row.get(CLOCK.REGIME),
            row.get(CLOCK.DEFINITION_ID),
            row.get(CLOCK.NAME),
            row.get(CLOCK.TITLE),
            row.get(CLOCK.BODY_ID),
            row.get(CLOCK.LEGAL_ENTITY_ID),
            row.get(CLOCK.RESPONSIBLE),
            row.get(CLOCK.STARTED_AT)),
        row.get(CLOCK_STEP.CODE),
        row.get(CLOCK_STEP.ROUND),
        row.get(CLOCK_STEP.RECIPIENT),
        row.get(CLOCK_STEP.STATE).equals("open"),
        Set.of("running", "kept").contains(row.get(CLOCK.STATE)),
        row.get(CLOCK_STEP.DUE_AT),
        row.get(SUBMISSION.ID) == null
            ? row.get(CLOCK_STEP.EXTENDED_BECAUSE)
            : row.get(SUBMISSION.LATE_BECAUSE),
        row.get(SUBMISSION.ID) == null
            ? null
            : new ClockedStep.Submitted(
                row.get(SUBMISSION.STAGE),
                row.get(SUBMISSION.SUBMITTED_AT),
                row.get(SUBMISSION.RECORDED_AT),
                row.get(SUBMISSION.RECIPIENT),
                row.get(SUBMISSION.CHANNEL),
                row.get(SUBMISSION.CASE_NUMBER),
                row.get(SUBMISSION.SUBMITTER)));
  }
}

package se.tillit.incident.clock;

import static org.jooq.impl.DSL.inline;
import static se.tillit.schema.incident.Tables.CLOCK;
import static se.tillit.schema.incident.Tables.CLOCK_STEP;
import static se.tillit.schema.incident.Tables.INCIDENT;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import se.tillit.incident.CaseTime;
import se.tillit.incident.regime.Legal;
import se.tillit.incident.regime.Regimes;
import se.tillit.incident.regime.Relation;
import se.tillit.incident.regime.Step;
import se.tillit.kernel.Sweden;

/// What follows from the case itself: a final report gets its time when the event has been handled,
/// and what security protection excludes stops when a case is locked for it.
@Component
class Settlement {

  static final String SECURITY = "security-protection";

  private final DSLContext sql;
  private final ClockStore store;
  private final Regimes regimes;
  private final CaseTime time;
  private final Clock clock;

  Settlement(DSLContext sql, ClockStore store, Regimes regimes, CaseTime time, Clock clock) {
    this.sql = sql;
    this.store = store;
    this.regimes = regimes;
    this.time = time;
    this.clock = clock;
  }

  private record Waiting(UUID step, UUID clock, UUID definition, String code, Instant handledAt) {}

  void settle() {
    timeFinalReports();
    switchOff();
  }

  /// CSL 2 kap. 8 §: after a status report, a month from when the event had been handled.
  private void timeFinalReports() {
    var waiting =
        sql.select(
                CLOCK_STEP.ID, CLOCK.ID, CLOCK.DEFINITION_ID, CLOCK_STEP.CODE, INCIDENT.HANDLED_AT)
            .from(CLOCK_STEP)
            .join(CLOCK)
            .on(CLOCK.TENANT_ID.eq(CLOCK_STEP.TENANT_ID))
            .and(CLOCK.ID.eq(CLOCK_STEP.CLOCK_ID))
            .join(INCIDENT)
            .on(INCIDENT.TENANT_ID.eq(CLOCK.TENANT_ID))
            .and(INCIDENT.ID.eq(CLOCK.INCIDENT_ID))
            .where(CLOCK_STEP.STATE.eq(inline("open")))
            .and(CLOCK_STEP.COUNTS_FROM.eq(inline("handled")))
            .and(INCIDENT.HANDLED_AT.isNotNull())
            .and(CLOCK_STEP.BASE_AT.isDistinctFrom(INCIDENT.HANDLED_AT))
            .fetch(org.jooq.Records.mapping(Waiting::new));
    for (Waiting one : waiting) {
      var regime = regimes.version(one.definition()).regime();
      Step step = regime.step(one.code()).orElseThrow();
      var course = new Course(regime, null);
      Course.Opening opening = course.handled(step, one.handledAt());
      store.retime(one.step(), opening);
      store.remind(one.step(), course.reminders(opening));
      store.changed(
          one.clock(), "timed", "", String.valueOf(opening.due()), one.handledAt().toString());
    }
  }

  /// DSL 1 kap. 4 §: what must be reported under the rules of security protection is not reported
  /// under GDPR 33–34.
  private void switchOff() {
    var locked =
        sql.select(CLOCK.ID, CLOCK.REGIME, time.nowOf(INCIDENT.EXERCISE_ID))
            .from(CLOCK)
            .join(INCIDENT)
            .on(INCIDENT.TENANT_ID.eq(CLOCK.TENANT_ID))
            .and(INCIDENT.ID.eq(CLOCK.INCIDENT_ID))
            .where(CLOCK.STATE.eq(inline("running")))
            .and(INCIDENT.SECURITY_PROTECTION.eq(inline("YES")))
            .fetch();
    if (locked.isEmpty()) {
      return;
    }
    var excludes = regimes.inForce(SECURITY, Sweden.today(clock)).orElseThrow().regime().excludes();
    for (var row : locked) {
      excludes.stream()
          .filter(it -> it.whole() && it.regime().equals(row.value2()))
          .map(Relation::legal)
          .findFirst()
          .ifPresent(legal -> end(row.value1(), legal, row.value3()));
    }
  }

  private void end(UUID id, Legal legal, Instant at) {
    store.end(
        id,
        StatutoryClock.State.EXCLUDED,
        new StatutoryClock.Waiver(legal.source(), "Tillit", at, false, ""));
    store.changed(id, "excluded", "", SECURITY, legal.source());
  }
}

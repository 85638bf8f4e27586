package se.tillit.incident.draft;

import static se.tillit.schema.incident.Tables.CLOCK;
import static se.tillit.schema.incident.Tables.CLOCK_STEP;
import static se.tillit.schema.incident.Tables.INCIDENT;
import static se.tillit.schema.incident.Tables.SUBMISSION;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import se.tillit.incident.regime.Regimes;
import se.tillit.kernel.Ids;
import se.tillit.kernel.Sweden;
import se.tillit.testing.Town;

/// A case in a town, with clocks that run.
final class CaseWithClocks {

  private final DSLContext sql;
  private final Regimes regimes;
  private final Town town;
  private final Clock clock;

  CaseWithClocks(DSLContext sql, Regimes regimes, Town town, Clock clock) {
    this.sql = sql;
    this.regimes = regimes;
    this.town = town;
    this.clock = clock;
  }

  UUID incident(String reference) {
    return town.within(() -> {
      UUID id = Ids.next();
      sql.insertInto(INCIDENT)
          .set(INCIDENT.TENANT_ID, town.tenant().id().value())
          .set(INCIDENT.ID, id)
          .set(INCIDENT.REFERENCE, reference)
          .set(INCIDENT.TITLE, "Klasslista till fel mottagare")
          .set(INCIDENT.HAPPENING, "En klasslista mejlades till fel förälder.")
          .set(INCIDENT.CERTAINTY, "KNOWN")
          .set(INCIDENT.OCCURRED_AT, now().minus(5, ChronoUnit.HOURS))
          .set(INCIDENT.NOTICED_AT, now().minus(4, ChronoUnit.HOURS))
          .set(INCIDENT.REPORTED_AT, now().minus(3, ChronoUnit.HOURS))
          .set(INCIDENT.UNIT_ID, town.school())
          .set(INCIDENT.BODY_ID, town.schoolBoard())
          .set(INCIDENT.LEGAL_ENTITY_ID, town.municipality())
          .set(INCIDENT.STATE, "TRIAGED")
          .set(INCIDENT.SECRECY_GROUND, "18-8b")
          .set(INCIDENT.PERSONAL_DATA, "YES")
          .set(INCIDENT.PERSONS_AFFECTED, 28)
          .execute();
      return id;
    });
  }

  UUID clock(UUID incident, String regime, @Nullable UUID body, @Nullable UUID entity) {
    return town.within(() -> {
      UUID id = Ids.next();
      // The text of a regime may be newer than the event that a test moves to.
      var rule = regimes.inForce(regime, LocalDate.of(2026, 11, 1)).orElseThrow();
      sql.insertInto(CLOCK)
          .set(CLOCK.TENANT_ID, town.tenant().id().value())
          .set(CLOCK.ID, id)
          .set(CLOCK.INCIDENT_ID, incident)
          .set(CLOCK.REGIME, regime)
          .set(CLOCK.DEFINITION_ID, rule.definition())
          .set(CLOCK.NAME, rule.regime().titles().shortName().sv())
          .set(CLOCK.BODY_ID, body)
          .set(CLOCK.LEGAL_ENTITY_ID, entity)
          .set(CLOCK.RESPONSIBLE, body == null ? "Stadens kommun" : "Skolnämnden")
          .set(CLOCK.STARTED_AT, now().minus(3, ChronoUnit.HOURS))
          .set(CLOCK.DECLARED_BY, "Prov")
          .set(CLOCK.DECLARED_AT, now().minus(3, ChronoUnit.HOURS))
          .execute();
      return id;
    });
  }

  UUID step(UUID clockId, String regime, String code) {
    return town.within(() -> {
      UUID id = Ids.next();
      var rule = regimes.inForce(regime, LocalDate.of(2026, 11, 1)).orElseThrow();
      sql.insertInto(CLOCK_STEP)
          .set(CLOCK_STEP.TENANT_ID, town.tenant().id().value())
          .set(CLOCK_STEP.ID, id)
          .set(CLOCK_STEP.CLOCK_ID, clockId)
          .set(CLOCK_STEP.CODE, code)
          .set(CLOCK_STEP.POSITION, (int) (System.nanoTime() % 1_000_000))
          .set(CLOCK_STEP.NAME, rule.regime().step(code).orElseThrow().name().sv())
          .set(CLOCK_STEP.RECIPIENT, rule.regime().recipientOf(code))
          .set(CLOCK_STEP.COUNTS_FROM, "start")
          .set(CLOCK_STEP.BASE_AT, now().minus(3, ChronoUnit.HOURS))
          .set(CLOCK_STEP.DUE_AT, now().plus(21, ChronoUnit.HOURS))
          .execute();
      return id;
    });
  }

  /// The clock's own submission, to whoever the recipient is today.
  void submit(UUID step, String stage) {
    town.within(() -> {
      String code =
          sql.select(CLOCK_STEP.RECIPIENT)
              .from(CLOCK_STEP)
              .where(CLOCK_STEP.ID.eq(step))
              .fetchSingle()
              .value1();
      var to = regimes.recipient(code, Sweden.today(clock)).orElseThrow();
      sql.update(CLOCK_STEP)
          .set(CLOCK_STEP.STATE, "submitted")
          .where(CLOCK_STEP.ID.eq(step))
          .execute();
      return sql.insertInto(SUBMISSION)
          .set(SUBMISSION.TENANT_ID, town.tenant().id().value())
          .set(SUBMISSION.ID, Ids.next())
          .set(SUBMISSION.STEP_ID, step)
          .set(SUBMISSION.STAGE, stage)
          .set(SUBMISSION.SUBMITTED_AT, now())
          .set(SUBMISSION.RECIPIENT, to.name().sv())
          .set(SUBMISSION.CHANNEL, to.channel().sv())
          .set(SUBMISSION.CASE_NUMBER, "NCSC-7781")
          .set(SUBMISSION.SUBMITTER, "Åsa Samordnare")
          .set(SUBMISSION.RECORDED_BY, "Prov")
          .set(SUBMISSION.RECORDED_AT, now())
          .execute();
    });
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}

package se.tillit.incident.ledger;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static se.tillit.schema.incident.Tables.DECISION;
import static se.tillit.schema.incident.Tables.EVENT;
import static se.tillit.schema.incident.Tables.INCIDENT;
import static se.tillit.schema.incident.Tables.REFERENCE_COUNTER;
import static se.tillit.schema.incident.Tables.REQUEST_KEY;
import static se.tillit.schema.organisation.Tables.PERSON_NAME;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.incident.CaseTime;
import se.tillit.incident.Cases;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Ids;
import se.tillit.kernel.PersonId;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Sweden;

/// The book of all cases: numbers, keys, timeline, decisions. Called in the transaction of what it
/// notes.
@Component
@Transactional
public class Ledger {

  private static final int LONGEST_KEY = 200;

  private final DSLContext sql;
  private final CaseTime time;
  private final Clock clock;

  Ledger(DSLContext sql, CaseTime time, Clock clock) {
    this.sql = sql;
    this.time = time;
    this.clock = clock;
  }

  /// Something in the timeline.
  ///
  /// @param automatic whether Tillit noted it by itself
  public record Noted(
      UUID id,
      Instant at,
      Instant recordedAt,
      String kind,
      String text,
      String name,
      boolean automatic) {}

  /// A decision as it was noted.
  public record Decided(
      UUID id,
      String kind,
      String text,
      String motive,
      Instant decidedAt,
      @Nullable UUID decidedBy,
      String decider,
      String delegationPoint,
      @Nullable UUID body,
      Instant recordedAt,
      String recordedBy) {}

  /// What a key is for: the same word may stand for one of each.
  public enum Purpose {
    REPORT,
    EVENT,
    DECISION
  }

  /// Takes the key for a record that is about to be made; answers the record that it made before. A
  /// key is its user's own: what somebody else has made by the same key is never answered.
  public Optional<UUID> claim(Purpose purpose, @Nullable String key, UUID record) {
    if (key == null || key.isBlank()) {
      return Optional.empty();
    }
    if (key.length() > LONGEST_KEY) {
      throw new Refused("incident.key.too-long", LONGEST_KEY).at("Idempotency-Key");
    }
    int claimed =
        sql.insertInto(REQUEST_KEY)
            .set(REQUEST_KEY.TENANT_ID, tenant())
            .set(REQUEST_KEY.PURPOSE, purpose.name())
            .set(REQUEST_KEY.PERSON_ID, me())
            .set(REQUEST_KEY.KEY, key)
            .set(REQUEST_KEY.RECORD_ID, record)
            .set(REQUEST_KEY.MADE_AT, clock.instant())
            .onConflictDoNothing()
            .execute();
    return claimed == 1 ? Optional.empty() : made(purpose, key, me());
  }

  /// The record that a key has made for whoever acts, else for somebody without a name.
  public Optional<UUID> made(Purpose purpose, String key) {
    return made(purpose, key, me()).or(() -> made(purpose, key, null));
  }

  private Optional<UUID> made(Purpose purpose, String key, @Nullable UUID person) {
    return sql.select(REQUEST_KEY.RECORD_ID)
        .from(REQUEST_KEY)
        .where(REQUEST_KEY.PURPOSE.eq(purpose.name()))
        .and(REQUEST_KEY.KEY.eq(key))
        .and(REQUEST_KEY.PERSON_ID.isNotDistinctFrom(person))
        .fetchOptional(REQUEST_KEY.RECORD_ID);
  }

  /// The next number of the year: `2026-0042`.
  public String nextReference() {
    int year = Sweden.today(clock).getYear();
    int number =
        sql.insertInto(REFERENCE_COUNTER)
            .set(REFERENCE_COUNTER.TENANT_ID, tenant())
            .set(REFERENCE_COUNTER.YEAR, year)
            .set(REFERENCE_COUNTER.LAST, 1)
            .onConflict(REFERENCE_COUNTER.TENANT_ID, REFERENCE_COUNTER.YEAR)
            .doUpdate()
            .set(REFERENCE_COUNTER.LAST, REFERENCE_COUNTER.LAST.plus(1))
            .returningResult(REFERENCE_COUNTER.LAST)
            .fetchSingle()
            .value1();
    return "%d-%04d".formatted(year, number);
  }

  /// Tillit's own note that something was done now.
  public void note(UUID incident, String kind, String text) {
    Field<Instant> now =
        field(
            select(time.nowOf(INCIDENT.EXERCISE_ID))
                .from(INCIDENT)
                .where(INCIDENT.ID.eq(incident)));
    insert(incident, now, kind, text, true);
  }

  public UUID event(UUID incident, Cases.Happening happening, boolean automatic) {
    Field<Instant> at = val(happening.at(), EVENT.AT);
    return insert(incident, at, happening.kind(), happening.text(), automatic);
  }

  private UUID insert(
      UUID incident, Field<Instant> at, String kind, String text, boolean automatic) {
    UUID id = Ids.next();
    PersonId person = Acting.current().person();
    sql.insertInto(EVENT)
        .set(EVENT.TENANT_ID, tenant())
        .set(EVENT.ID, id)
        .set(EVENT.INCIDENT_ID, incident)
        .set(EVENT.AT, at)
        .set(EVENT.RECORDED_AT, clock.instant())
        .set(EVENT.KIND, kind)
        .set(EVENT.TEXT, text)
        .set(EVENT.PERSON_ID, person == null ? null : person.value())
        .set(EVENT.NAME, Acting.current().name())
        .set(EVENT.AUTOMATIC, automatic)
        .execute();
    return id;
  }

  public UUID decide(UUID incident, Cases.Decided decided) {
    UUID id = Ids.next();
    sql.insertInto(DECISION)
        .set(DECISION.TENANT_ID, tenant())
        .set(DECISION.ID, id)
        .set(DECISION.INCIDENT_ID, incident)
        .set(DECISION.KIND, decided.kind())
        .set(DECISION.TEXT, decided.text())
        .set(DECISION.MOTIVE, decided.motive())
        .set(DECISION.DECIDED_AT, decided.at())
        .set(DECISION.DECIDED_BY, decided.by())
        .set(DECISION.DECIDER, decided.decider())
        .set(DECISION.DELEGATION_POINT, decided.delegationPoint())
        .set(DECISION.BODY_ID, decided.body())
        .set(DECISION.RECORDED_AT, clock.instant())
        .set(DECISION.RECORDED_BY, Acting.current().name())
        .execute();
    return id;
  }

  /// A name as it was noted; none of whoever has a protected identity by now.
  private static Field<String> shown(Field<String> noted) {
    return when(PERSON_NAME.PROTECTED.isTrue(), inline("")).otherwise(noted);
  }

  public List<Noted> events(UUID incident) {
    return sql.select(
            EVENT.ID,
            EVENT.AT,
            EVENT.RECORDED_AT,
            EVENT.KIND,
            EVENT.TEXT,
            shown(EVENT.NAME),
            EVENT.AUTOMATIC)
        .from(EVENT)
        .leftJoin(PERSON_NAME)
        .on(PERSON_NAME.TENANT_ID.eq(EVENT.TENANT_ID))
        .and(PERSON_NAME.PERSON_ID.eq(EVENT.PERSON_ID))
        .where(EVENT.INCIDENT_ID.eq(incident))
        .orderBy(EVENT.AT, EVENT.ID)
        .limit(500)
        .fetch(Records.mapping(Noted::new));
  }

  public List<Decided> decisions(UUID incident) {
    return sql.select(
            DECISION.ID,
            DECISION.KIND,
            DECISION.TEXT,
            DECISION.MOTIVE,
            DECISION.DECIDED_AT,
            DECISION.DECIDED_BY,
            shown(DECISION.DECIDER),
            DECISION.DELEGATION_POINT,
            DECISION.BODY_ID,
            DECISION.RECORDED_AT,
            DECISION.RECORDED_BY)
        .from(DECISION)
        .leftJoin(PERSON_NAME)
        .on(PERSON_NAME.TENANT_ID.eq(DECISION.TENANT_ID))
        .and(PERSON_NAME.PERSON_ID.eq(DECISION.DECIDED_BY))
        .where(DECISION.INCIDENT_ID.eq(incident))
        .orderBy(DECISION.DECIDED_AT, DECISION.ID)
        .limit(500)
        .fetch(Records.mapping(Decided::new));
  }

  private static @Nullable UUID me() {
    PersonId person = Acting.current().person();
    return person == null ? null : person.value();
  }

  private static UUID tenant() {
    return Acting.current().tenant().value();
  }
}

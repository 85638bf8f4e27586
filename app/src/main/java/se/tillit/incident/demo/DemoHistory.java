package se.tillit.incident.demo;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static se.tillit.schema.incident.Tables.AFFECTED_BODY;
import static se.tillit.schema.incident.Tables.AFFECTED_LEGAL_ENTITY;
import static se.tillit.schema.incident.Tables.EVENT;
import static se.tillit.schema.incident.Tables.INCIDENT;
import static se.tillit.schema.incident.Tables.REFERENCE_COUNTER;
import static se.tillit.schema.organisation.Tables.CURRENT_ASSIGNMENT;
import static se.tillit.schema.organisation.Tables.CURRENT_BODY;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tillit.classification.Model;
import se.tillit.classification.Models;
import se.tillit.identity.DemoChapter;
import se.tillit.identity.DemoPeople;
import se.tillit.identity.Role;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Ids;
import se.tillit.kernel.Sweden;
import se.tillit.schema.incident.tables.records.IncidentRecord;
import se.tillit.web.Words;

/// What had happened in the invented municipalities before, so that figures have a year to compare
/// with, and something open for each who handles: a few statements, however many cases.
@Component
class DemoHistory implements DemoChapter {

  private final DSLContext sql;
  private final Models models;
  private final DemoPeople people;
  private final Clock clock;

  DemoHistory(DSLContext sql, Models models, DemoPeople people, Clock clock) {
    this.sql = sql;
    this.models = models;
    this.people = people;
    this.clock = clock;
  }

  /// Before the cases of these days, so that numbers follow time.
  @Override
  public int order() {
    return 59;
  }

  private record Place(UUID unit, String name, UUID body, UUID entity) {}

  @Override
  public void write(String tenantKey) {
    List<Place> places = places();
    if (places.isEmpty()) {
      return;
    }
    var numbers = new HashMap<Integer, Integer>();
    List<IncidentRecord> past =
        PastEvent.all().stream().map(it -> past(it, places, numbers)).toList();
    sql.batchInsert(past).execute();
    sql.batchInsert(
            Stream.of(Role.MANAGER, Role.SYSTEM_OWNER)
                .flatMap(role -> open(role, places, numbers).stream())
                .toList())
        .execute();
    tellAround();
    numbers.forEach(this::count);
  }

  private List<Place> places() {
    return sql.select(
            CURRENT_UNIT.UNIT_ID,
            CURRENT_UNIT.NAME,
            CURRENT_UNIT.BODY_ID,
            CURRENT_BODY.LEGAL_ENTITY_ID)
        .from(CURRENT_UNIT)
        .join(CURRENT_BODY)
        .on(CURRENT_BODY.TENANT_ID.eq(CURRENT_UNIT.TENANT_ID))
        .and(CURRENT_BODY.BODY_ID.eq(CURRENT_UNIT.BODY_ID))
        .orderBy(CURRENT_UNIT.NAME, CURRENT_UNIT.UNIT_ID)
        .fetch(Records.mapping(Place::new));
  }

  private IncidentRecord past(PastEvent event, List<Place> places, Map<Integer, Integer> numbers) {
    Place place =
        places.stream()
            .filter(it -> it.name().toLowerCase(Locale.ROOT).contains(event.where()))
            .findFirst()
            .orElse(places.get(event.daysAgo() % places.size()));
    Instant noticed = clock.instant().minus(Duration.ofDays(event.daysAgo()));
    Model model = models.current();
    int level = Math.min(event.severity(), model.highest());
    IncidentRecord row = row(noticed, place, numbers);
    row.setTitle(event.title());
    row.setHappening(event.happening());
    row.setCertainty(event.certainty());
    row.setPersonalData(event.personalData());
    row.setKind(event.kind());
    row.setCause(event.cause());
    row.setLessons(event.lesson());
    row.setContainedAt(noticed.plus(Duration.ofHours(event.contained())));
    row.setHandledAt(noticed.plus(Duration.ofHours(event.contained() + 6L)));
    row.setClosedAt(noticed.plus(Duration.ofDays(event.closed())));
    row.setState("CLOSED");
    row.setSeverity((short) level);
    row.setSeverityOf((short) model.levels().size());
    row.setSeverityLabel(model.level(level).label());
    row.setHandlerPersonId(person(Role.COORDINATOR));
    return row;
  }

  /// Something of these days for one who handles: in the unit that she manages, else hers to
  /// handle.
  private Optional<IncidentRecord> open(
      Role role, List<Place> places, Map<Integer, Integer> numbers) {
    UUID person = person(role);
    if (person == null) {
      return Optional.empty();
    }
    UUID unit =
        sql.select(CURRENT_ASSIGNMENT.UNIT_ID)
            .from(CURRENT_ASSIGNMENT)
            .where(CURRENT_ASSIGNMENT.PERSON_ID.eq(person))
            .and(CURRENT_ASSIGNMENT.UNIT_ID.isNotNull())
            .orderBy(CURRENT_ASSIGNMENT.KIND.desc(), CURRENT_ASSIGNMENT.ID)
            .limit(1)
            .fetchOne(CURRENT_ASSIGNMENT.UNIT_ID);
    Place place =
        places.stream().filter(it -> it.unit().equals(unit)).findFirst().orElse(places.getFirst());
    String story = "incident.demo.open." + role.key();
    IncidentRecord row = row(clock.instant().minus(Duration.ofDays(12)), place, numbers);
    row.setTitle(Words.SWEDISH.t(story + ".title"));
    row.setHappening(Words.SWEDISH.t(story + ".text"));
    row.setCertainty("KNOWN");
    row.setKind("deviation");
    row.setPersonalData("NO");
    row.setState("TRIAGED");
    row.setHandlerPersonId(person);
    return Optional.of(row);
  }

  private IncidentRecord row(Instant noticed, Place place, Map<Integer, Integer> numbers) {
    int year = noticed.atZone(Sweden.ZONE).getYear();
    IncidentRecord row = sql.newRecord(INCIDENT);
    row.setTenantId(Acting.current().tenant().value());
    row.setId(Ids.next());
    row.setReference("%d-%04d".formatted(year, numbers.merge(year, 1, Integer::sum)));
    row.setOccurredAt(noticed.minus(Duration.ofHours(2)));
    row.setNoticedAt(noticed);
    row.setAwareAt(noticed.plus(Duration.ofMinutes(30)));
    row.setReportedAt(noticed.plus(Duration.ofMinutes(30)));
    row.setUnitId(place.unit());
    row.setBodyId(place.body());
    row.setLegalEntityId(place.entity());
    return row;
  }

  private @Nullable UUID person(Role role) {
    return people.of(role).stream().findFirst().orElse(null);
  }

  /// Whom each concerns, and when it was assessed and closed.
  private void tellAround() {
    sql.insertInto(AFFECTED_BODY)
        .select(select(INCIDENT.TENANT_ID, INCIDENT.ID, INCIDENT.BODY_ID).from(INCIDENT))
        .execute();
    sql.insertInto(AFFECTED_LEGAL_ENTITY)
        .select(select(INCIDENT.TENANT_ID, INCIDENT.ID, INCIDENT.LEGAL_ENTITY_ID).from(INCIDENT))
        .execute();
    for (String kind : List.of("assessed", "handled", "closed")) {
      var at =
          switch (kind) {
            case "handled" -> INCIDENT.HANDLED_AT;
            case "closed" -> INCIDENT.CLOSED_AT;
            default -> INCIDENT.AWARE_AT;
          };
      sql.insertInto(
              EVENT,
              EVENT.TENANT_ID,
              EVENT.ID,
              EVENT.INCIDENT_ID,
              EVENT.AT,
              EVENT.RECORDED_AT,
              EVENT.KIND,
              EVENT.NAME,
              EVENT.AUTOMATIC)
          .select(
              select(
                      INCIDENT.TENANT_ID,
                      field("gen_random_uuid()", UUID.class),
                      INCIDENT.ID,
                      at,
                      at,
                      val(kind),
                      val("Tillit"),
                      val(true))
                  .from(INCIDENT)
                  .where(at.isNotNull()))
          .execute();
    }
  }

  private void count(int year, int last) {
    sql.insertInto(REFERENCE_COUNTER)
        .set(REFERENCE_COUNTER.TENANT_ID, Acting.current().tenant().value())
        .set(REFERENCE_COUNTER.YEAR, year)
        .set(REFERENCE_COUNTER.LAST, last)
        .execute();
  }
}

package se.tillit.incident.demo;

import static se.tillit.schema.asset.Tables.CURRENT_ASSET;
import static se.tillit.schema.asset.Tables.CURRENT_CARRIER;
import static se.tillit.schema.incident.Tables.AFFECTED_CARRIER;
import static se.tillit.schema.incident.Tables.EVENT;
import static se.tillit.schema.incident.Tables.INCIDENT;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tillit.classification.Model;
import se.tillit.classification.Models;
import se.tillit.identity.DemoChapter;
import se.tillit.identity.DemoPeople;
import se.tillit.identity.Role;
import se.tillit.incident.Cases;
import se.tillit.incident.IncidentState;
import se.tillit.incident.ledger.Ledger;
import se.tillit.incident.report.NewReport;
import se.tillit.incident.report.ReportDesk;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Actor;
import se.tillit.kernel.PersonId;

/// The invented municipalities' incidents: new, under way, handled and closed.
@Component
class DemoIncidents implements DemoChapter {

  private final DSLContext sql;
  private final ReportDesk desk;
  private final Ledger ledger;
  private final Models models;
  private final DemoPeople people;
  private final Clock clock;

  DemoIncidents(
      DSLContext sql,
      ReportDesk desk,
      Ledger ledger,
      Models models,
      DemoPeople people,
      Clock clock) {
    this.sql = sql;
    this.desk = desk;
    this.ledger = ledger;
    this.models = models;
    this.people = people;
    this.clock = clock;
  }

  @Override
  public int order() {
    return 60;
  }

  @Override
  public void write(String tenantKey) {
    for (DemoEvent event : DemoEvents.ALL.reversed()) {
      tell(event);
    }
  }

  private void tell(DemoEvent event) {
    UUID unit = unit(event.where());
    UUID reporter = first(Role.EMPLOYEE);
    var report =
        new NewReport(
            "demo-" + UUID.randomUUID(),
            event.certainty(),
            event.happening(),
            ago(event.daysAgo()),
            new NewReport.About(event.about(), found(event), List.of()),
            event.personalData(),
            new NewReport.Where(unit, null),
            false);
    Actor actor =
        new Actor(
            Acting.current().tenant(),
            reporter == null ? null : new PersonId(reporter),
            Acting.current().name());
    UUID id = as(actor, () -> desk.submit(report)).id();
    carriers(id, event);
    sql.update(EVENT)
        .set(EVENT.AT, ago(event.daysAgo()).plus(Duration.ofMinutes(40)))
        .where(EVENT.INCIDENT_ID.eq(id))
        .execute();
    progress(id, event);
  }

  private static <T> T as(Actor actor, Callable<T> work) {
    try {
      return Acting.as(actor, work);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /// Brings a case to where it stands, as its handler would have.
  private void progress(UUID id, DemoEvent event) {
    Instant noticed = ago(event.daysAgo());
    var update =
        sql.update(INCIDENT)
            .set(INCIDENT.TITLE, event.title())
            .set(INCIDENT.REPORTED_AT, noticed.plus(Duration.ofMinutes(40)))
            .set(INCIDENT.AWARE_AT, noticed.plus(Duration.ofMinutes(40)))
            .set(INCIDENT.OCCURRED_AT, noticed.minus(Duration.ofHours(3)));
    if (event.state() != IncidentState.REPORTED) {
      Model model = models.current();
      int level = Math.min(event.severity(), model.highest());
      update =
          update
              .set(INCIDENT.KIND, event.kind())
              .set(INCIDENT.HANDLER_PERSON_ID, first(Role.COORDINATOR))
              .set(INCIDENT.SEVERITY, (short) level)
              .set(INCIDENT.SEVERITY_OF, (short) model.levels().size())
              .set(INCIDENT.SEVERITY_LABEL, model.level(level).label())
              .set(INCIDENT.STATE, event.state().name());
      noteWork(id, event, noticed);
    }
    boolean over = event.state() == IncidentState.HANDLED || event.state() == IncidentState.CLOSED;
    if (over) {
      Instant handled = noticed.plus(Duration.ofHours(26));
      update =
          update
              .set(INCIDENT.CONTAINED_AT, noticed.plus(Duration.ofHours(4)))
              .set(INCIDENT.CONTAINMENT, event.measure())
              .set(INCIDENT.HANDLED_AT, handled)
              .set(INCIDENT.CAUSE, event.cause());
      ledger.event(id, happening(handled, "handled", ""), true);
    }
    if (event.state() == IncidentState.CLOSED) {
      Instant closed = noticed.plus(Duration.ofDays(6));
      update = update.set(INCIDENT.LESSONS, event.lesson()).set(INCIDENT.CLOSED_AT, closed);
      ledger.event(id, happening(closed, "closed", ""), true);
      decide(id, event, closed);
    }
    update.where(INCIDENT.ID.eq(id)).execute();
  }

  private void noteWork(UUID id, DemoEvent event, Instant noticed) {
    ledger.event(id, happening(noticed.plus(Duration.ofHours(2)), "assessed", ""), true);
    ledger.event(
        id, happening(noticed.plus(Duration.ofHours(4)), "measure", event.measure()), false);
  }

  private void decide(UUID id, DemoEvent event, Instant at) {
    UUID coordinator = first(Role.COORDINATOR);
    ledger.decide(
        id,
        new Cases.Decided(
            "measure",
            event.lesson(),
            event.measure(),
            at,
            coordinator,
            Acting.current().name(),
            "",
            null));
  }

  private List<UUID> found(DemoEvent event) {
    if (event.about().isEmpty()) {
      return List.of();
    }
    return sql.select(CURRENT_ASSET.ASSET_ID)
        .from(CURRENT_ASSET)
        .where(CURRENT_ASSET.NAME.containsIgnoreCase(event.about()))
        .orderBy(CURRENT_ASSET.NAME, CURRENT_ASSET.ASSET_ID)
        .limit(1)
        .fetch(CURRENT_ASSET.ASSET_ID);
  }

  private void carriers(UUID id, DemoEvent event) {
    if (!event.system()) {
      return;
    }
    var struck = new ArrayList<UUID>();
    sql.select(CURRENT_CARRIER.CARRIER_ID)
        .from(CURRENT_CARRIER)
        .orderBy(
            DSL.field(CURRENT_CARRIER.NAME.startsWithIgnoreCase("trygghetslarm")).desc(),
            DSL.field(CURRENT_CARRIER.KIND.eq("system")).desc(),
            CURRENT_CARRIER.NAME)
        .limit(1)
        .forEach(row -> struck.add(row.value1()));
    struck.forEach(it ->
        sql.insertInto(AFFECTED_CARRIER)
            .values(Acting.current().tenant().value(), id, it)
            .execute());
  }

  private UUID unit(String words) {
    return sql.select(CURRENT_UNIT.UNIT_ID)
        .from(CURRENT_UNIT)
        .orderBy(DSL.field(CURRENT_UNIT.NAME.containsIgnoreCase(words)).desc(), CURRENT_UNIT.NAME)
        .limit(1)
        .fetchSingle()
        .value1();
  }

  private @Nullable UUID first(Role role) {
    List<UUID> found = people.of(role);
    return found.isEmpty() ? null : found.getFirst();
  }

  private Instant ago(int days) {
    return clock.instant().minus(Duration.ofDays(days)).minus(Duration.ofHours(2));
  }

  private static Cases.Happening happening(Instant at, String kind, String text) {
    return new Cases.Happening(at, kind, text);
  }
}

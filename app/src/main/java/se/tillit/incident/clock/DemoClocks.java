package se.tillit.incident.clock;

import static se.tillit.schema.incident.Tables.INCIDENT;
import static se.tillit.schema.organisation.Tables.CURRENT_BODY;
import static se.tillit.schema.organisation.Tables.CURRENT_LEGAL_ENTITY;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tillit.identity.DemoChapter;
import se.tillit.incident.regime.Regime;
import se.tillit.incident.regime.Regimes;
import se.tillit.kernel.Sweden;
import se.tillit.web.Words;

/// The demo's clocks: of the invented incidents one runs, one is overdue, one is kept and one is
/// decided not to be reported; and a changed registration that has no incident.
@Component
class DemoClocks implements DemoChapter {

  private final DSLContext sql;
  private final Regimes regimes;
  private final ClockStore store;
  private final ClockReading reading;
  private final Clock clock;

  DemoClocks(DSLContext sql, Regimes regimes, ClockStore store, ClockReading reading, Clock clock) {
    this.sql = sql;
    this.regimes = regimes;
    this.store = store;
    this.reading = reading;
    this.clock = clock;
  }

  /// After the cases themselves.
  @Override
  public int order() {
    return 75;
  }

  private record Place(@Nullable UUID incident, UUID body, UUID entity, String name) {}

  @Override
  public void write(String tenantKey) {
    List<Place> places =
        sql.select(
                INCIDENT.ID, CURRENT_BODY.BODY_ID, CURRENT_BODY.LEGAL_ENTITY_ID, CURRENT_BODY.NAME)
            .from(INCIDENT)
            .join(CURRENT_BODY)
            .on(CURRENT_BODY.TENANT_ID.eq(INCIDENT.TENANT_ID))
            .and(CURRENT_BODY.BODY_ID.eq(INCIDENT.BODY_ID))
            .where(INCIDENT.EXERCISE_ID.isNull())
            .and(INCIDENT.SECURITY_PROTECTION.eq("NO"))
            .and(INCIDENT.STATE.ne("CLOSED"))
            .orderBy(INCIDENT.REPORTED_AT.desc(), INCIDENT.ID)
            .limit(4)
            .fetch(org.jooq.Records.mapping(Place::new));
    for (int at = 0; at < places.size(); at++) {
      tell(places.get(at), at);
    }
    sql.select(CURRENT_BODY.BODY_ID, CURRENT_BODY.LEGAL_ENTITY_ID, CURRENT_BODY.NAME)
        .from(CURRENT_BODY)
        .where(CURRENT_BODY.KIND.eq("executive_board"))
        .limit(1)
        .forEach(row ->
            start(
                new Place(null, row.value1(), row.value2(), row.value3()),
                "csl-registration",
                Duration.ofDays(9)));
  }

  private void tell(Place place, int which) {
    switch (which) {
      case 0 -> {
        start(place, "csl", Duration.ofHours(20));
        start(place, "gdpr-33", Duration.ofHours(20));
      }
      case 1 -> start(place, "gdpr-33", Duration.ofHours(75));
      case 2 -> submit(start(place, "gdpr-33", Duration.ofHours(60)));
      default -> waive(start(place, "gdpr-33", Duration.ofHours(40)));
    }
  }

  private UUID start(Place place, String code, Duration ago) {
    Regimes.InForce rule = regimes.inForce(code, Sweden.today(clock)).orElseThrow();
    Regime regime = rule.regime();
    boolean body = regime.responsible().isBody();
    Words words = Words.SWEDISH;
    var who =
        new StatutoryClock.Responsible(
            body ? null : place.entity(), body ? place.body() : null, answering(place, body), "");
    String title = place.incident() == null ? words.t("incident.demo.clock.title") : "";
    var order = new Orders.NewClock(code, who.id(), "", "", title, null);
    Instant start = clock.instant().minus(ago).truncatedTo(ChronoUnit.SECONDS);
    UUID id = store.insert(place.incident(), rule, order, who, start);
    var course = new Course(regime, null);
    for (Course.Opening opening : course.started(start)) {
      UUID step = store.open(id, opening, regime.recipientOf(opening.step().code()));
      store.remind(step, course.reminders(opening));
    }
    return id;
  }

  private String answering(Place place, boolean body) {
    if (body) {
      return place.name();
    }
    String name =
        sql.select(CURRENT_LEGAL_ENTITY.NAME)
            .from(CURRENT_LEGAL_ENTITY)
            .where(CURRENT_LEGAL_ENTITY.LEGAL_ENTITY_ID.eq(place.entity()))
            .fetchOne(CURRENT_LEGAL_ENTITY.NAME);
    return name == null ? place.name() : name;
  }

  private void submit(UUID id) {
    StatutoryClock found = reading.load(id);
    Words words = Words.SWEDISH;
    Instant at = clock.instant().minus(Duration.ofHours(30)).truncatedTo(ChronoUnit.SECONDS);
    var sent =
        new Orders.Sent(
            found.steps().getFirst().id(),
            "anmalan",
            at,
            "",
            "PUI-2026-1874",
            words.t("incident.demo.clock.submitter"),
            "",
            "");
    var to = regimes.recipient("imy", Sweden.today(clock)).orElseThrow();
    store.submit(sent, at, to.name().sv(), to.channel().sv());
    store.settle(id, StatutoryClock.State.KEPT);
  }

  private void waive(UUID id) {
    Words words = Words.SWEDISH;
    store.end(
        id,
        StatutoryClock.State.WAIVED,
        new StatutoryClock.Waiver(
            words.t("incident.demo.clock.waived"),
            words.t("incident.demo.clock.submitter"),
            clock.instant().minus(Duration.ofHours(12)),
            true,
            "4.12"));
  }
}

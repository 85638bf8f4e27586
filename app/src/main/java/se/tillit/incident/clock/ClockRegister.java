package se.tillit.incident.clock;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.exchange.file.Markings;
import se.tillit.identity.Viewer;
import se.tillit.incident.CaseCard;
import se.tillit.incident.CaseTime;
import se.tillit.incident.Cases;
import se.tillit.incident.IncidentId;
import se.tillit.incident.IncidentPermissions;
import se.tillit.incident.regime.Base;
import se.tillit.incident.regime.Recipient;
import se.tillit.incident.regime.Regime;
import se.tillit.incident.regime.Regimes;
import se.tillit.incident.regime.Relation;
import se.tillit.incident.regime.Span;
import se.tillit.incident.regime.Step;
import se.tillit.kernel.Forbidden;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Sweden;
import se.tillit.kernel.Unknown;

/// Starts clocks and records what was sent (K-2b): one event, all its clocks beside each other.
@Component
class ClockRegister {

  private final ClockStore store;
  private final ClockReading reading;
  private final Regimes regimes;
  private final Responsibles responsibles;
  private final Cases cases;
  private final Trail trail;
  private final CaseTime time;

  ClockRegister(
      ClockStore store,
      ClockReading reading,
      Regimes regimes,
      Responsibles responsibles,
      Cases cases,
      Trail trail,
      CaseTime time) {
    this.store = store;
    this.reading = reading;
    this.regimes = regimes;
    this.responsibles = responsibles;
    this.cases = cases;
    this.trail = trail;
    this.time = time;
  }

  /// Starts a clock of a case. The same clock is started once, whoever presses.
  @Transactional
  public UUID start(Viewer viewer, UUID incident, Orders.NewClock order) {
    CaseCard card = workable(viewer, incident);
    Instant now = time.now(card.exercise());
    Regimes.InForce rule = rule(order.regime(), now);
    Instant start = startOf(order, card.moments().occurredAt(), now);
    StatutoryClock.Responsible who = answering(rule.regime(), order);
    store.queue(incident + rule.regime().code() + who.id() + order.counterparty());
    List<StatutoryClock> others = reading.ofIncident(incident);
    refuseTwice(others, rule.regime(), who, order);
    refuseExcluded(others, rule.regime());
    UUID id = store.insert(incident, rule, order, who, start);
    opens(id, rule.regime(), order.agreed(), start);
    if (rule.regime().suggest().equals("personal_data")
        && card.marks().personalData().equals("UNKNOWN")) {
      cases.holdsPersonalData(new IncidentId(incident));
    }
    cases.happened(
        new IncidentId(incident),
        new Cases.Happening(start, "clock-started", said(rule.regime()) + ", " + who.name()));
    record("incident.clock-started", id, rule.regime(), who, Detail.of("start", start));
    switchOff(others, rule.regime());
    return id;
  }

  /// Starts a clock that needs no incident, such as a changed registration.
  @Transactional
  public UUID startAlone(Viewer viewer, Orders.NewClock order) {
    Instant now = time.now(null);
    Regimes.InForce rule = rule(order.regime(), now);
    if (!rule.regime().standalone()) {
      throw new Refused("incident.clock.needs-incident").at("regime");
    }
    if (order.title().isBlank()) {
      throw new Refused("incident.clock.title-missing").at("title");
    }
    Markings.refuse(order.title(), "title");
    StatutoryClock.Responsible who = answering(rule.regime(), order);
    var scope = viewer.demand(IncidentPermissions.CLOCK);
    UUID body = who.body();
    if (!scope.everything() && (body == null || !scope.reachesBody(body))) {
      throw new Forbidden(IncidentPermissions.CLOCK);
    }
    Instant start = startOf(order, null, now);
    // Pressed twice, it is the same clock.
    store.queue("alone" + rule.regime().code() + who.id() + order.title().strip());
    Optional<UUID> already = reading.alone(rule.regime().code(), who, order.title().strip(), start);
    if (already.isPresent()) {
      return already.get();
    }
    UUID id = store.insert(null, rule, order, who, start);
    opens(id, rule.regime(), order.agreed(), start);
    record("incident.clock-started", id, rule.regime(), who, Detail.of("start", start));
    return id;
  }

  /// Records what was sent, stops that step, and opens what follows from it: an early notification
  /// moves the final report.
  @Transactional
  public void submit(Viewer viewer, UUID id, int version, Orders.Sent sent) {
    StatutoryClock found = changeable(viewer, id);
    Regime regime = regimes.version(found.definition()).regime();
    ClockStep step =
        found
            .step(sent.step())
            .filter(ClockStep::isOpen)
            .orElseThrow(() -> new Refused("incident.clock.not-open").at("step"));
    Step demanded = regime.step(step.code()).orElseThrow();
    String stage = stage(demanded, sent.stage());
    Instant at = submittedAt(found, step, sent);
    demandWhole(step, demanded, sent, at);
    store.touch(id, version);
    Recipient to = recipient(step.recipient(), at);
    String channel = sent.channel().isBlank() ? to.channel().sv() : sent.channel().strip();
    store.submit(sent.as(stage), at, to.name().sv(), channel);
    follow(found, regime, demanded, stage, at);
    settle(id);
    tell(found, demanded, to, at);
    record(
        "incident.clock-submitted",
        id,
        regime,
        found.responsible(),
        Detail.of("stage", stage)
            .with("at", at)
            .with("recipient", to.name().sv())
            .with("channel", channel)
            .with("caseNumber", sent.caseNumber())
            .with("approver", sent.approver()));
  }

  private static void demandWhole(ClockStep step, Step demanded, Orders.Sent sent, Instant at) {
    if (sent.submitter().isBlank()) {
      throw new Refused("incident.clock.submitter-missing").at("submitter");
    }
    Markings.refuse(sent.caseNumber(), "caseNumber");
    Markings.refuse(sent.channel(), "channel");
    Markings.refuse(sent.submitter(), "submitter");
    Markings.refuse(sent.approver(), "approver");
    Markings.refuse(sent.lateBecause(), "lateBecause");
    Instant due = step.due();
    if (due != null && !step.optional() && at.isAfter(due) && sent.lateBecause().isBlank()) {
      throw new Refused("incident.clock.late-reason-missing")
          .by(demanded.legal().source())
          .at("lateBecause");
    }
  }

  private void tell(StatutoryClock found, Step demanded, Recipient to, Instant at) {
    UUID incident = found.incident();
    if (incident != null) {
      String what = found.name() + ": " + demanded.name().sv() + " – " + to.name().sv();
      cases.happened(new IncidentId(incident), new Cases.Happening(at, "clock-submitted", what));
    }
  }

  /// Opens what the recipient asks for (CSL 2 kap. 7 §); a clock that was done runs again.
  @Transactional
  public void request(Viewer viewer, UUID id, int version, Orders.Asked asked) {
    StatutoryClock found = changeable(viewer, id);
    Regime regime = regimes.version(found.definition()).regime();
    Step step =
        regime
            .step(asked.step())
            .filter(it -> it.base().from() == Base.From.REQUEST)
            .orElseThrow(() -> new Refused("incident.clock.no-such-request").at("step"));
    Instant at = asked.at();
    Instant due = asked.due();
    if (at == null || at.isAfter(found.now())) {
      throw new Refused("incident.clock.request-in-future").at("at");
    }
    if (at.isBefore(found.start().at())) {
      throw new Refused("incident.clock.before-start").at("at");
    }
    if (due == null || due.isBefore(at)) {
      throw new Refused("incident.clock.due-before-request").by(step.legal().source()).at("due");
    }
    store.touch(id, version);
    var course = new Course(regime, null);
    Course.Opening opening = course.requested(step, at, due);
    UUID opened = store.open(id, opening, regime.recipientOf(step.code()));
    store.remind(opened, course.reminders(opening));
    settle(id);
    store.changed(id, "requested", "", due.toString(), "");
    record(
        "incident.clock-requested",
        id,
        regime,
        found.responsible(),
        Detail.of("step", step.code()).with("due", due));
  }

  StatutoryClock changeable(Viewer viewer, UUID id) {
    StatutoryClock found = reading.find(viewer, id);
    viewer.demand(IncidentPermissions.CLOCK);
    if (!found.isLive()) {
      throw new Refused("incident.clock.ended");
    }
    return found;
  }

  void settle(UUID id) {
    StatutoryClock after = reading.load(id);
    boolean done = after.steps().stream().noneMatch(it -> it.isOpen() && !it.optional());
    store.settle(id, done ? StatutoryClock.State.KEPT : StatutoryClock.State.RUNNING);
  }

  private CaseCard workable(Viewer viewer, UUID incident) {
    CaseCard card = cases.find(viewer, incident);
    viewer.demand(IncidentPermissions.CLOCK);
    return card;
  }

  private Regimes.InForce rule(String code, Instant now) {
    return regimes
        .inForce(code, now.atZone(Sweden.ZONE).toLocalDate())
        .orElseThrow(() -> new Refused("incident.clock.no-such-regime").at("regime"));
  }

  private StatutoryClock.Responsible answering(Regime regime, Orders.NewClock order) {
    String counterparty = order.counterparty().strip();
    Markings.refuse(counterparty, "counterparty");
    if (regime.responsible().hasCounterparty() && counterparty.isEmpty()) {
      throw new Refused("incident.clock.counterparty-missing").at("counterparty");
    }
    if (!order.agreed().isBlank() && Span.read(order.agreed()).isEmpty()) {
      throw new Refused("incident.clock.agreed-unreadable").at("agreed");
    }
    StatutoryClock.Responsible who =
        responsibles
            .find(regime.responsible(), order.responsible())
            .orElseThrow(() -> new Refused("incident.clock.responsible-unknown").at("responsible"));
    return new StatutoryClock.Responsible(who.legalEntity(), who.body(), who.name(), counterparty);
  }

  private static Instant startOf(Orders.NewClock order, @Nullable Instant occurred, Instant now) {
    Instant start = order.startedAt();
    if (start == null) {
      throw new Refused("incident.clock.start-missing").at("startedAt");
    }
    if (start.isAfter(now)) {
      throw new Refused("incident.clock.start-in-future").at("startedAt");
    }
    if (occurred != null && start.isBefore(occurred)) {
      throw new Refused("incident.clock.start-before-event", occurred).at("startedAt");
    }
    return start.truncatedTo(ChronoUnit.SECONDS);
  }

  private static void refuseTwice(
      List<StatutoryClock> others,
      Regime regime,
      StatutoryClock.Responsible who,
      Orders.NewClock order) {
    boolean there =
        others.stream()
            .anyMatch(it ->
                it.regime().equals(regime.code())
                    && it.responsible().id().equals(who.id())
                    && it.responsible().counterparty().equals(order.counterparty().strip()));
    if (there) {
      throw new Refused("incident.clock.already-started", said(regime), who.name()).at("regime");
    }
  }

  private void refuseExcluded(List<StatutoryClock> others, Regime regime) {
    for (StatutoryClock other : others) {
      Optional<Relation> off = other.isLive() ? excluding(other, regime.code()) : Optional.empty();
      if (off.isPresent()) {
        throw new Refused("incident.clock.switched-off", said(regime), other.name())
            .by(off.get().legal().source())
            .at("regime");
      }
    }
  }

  private Optional<Relation> excluding(StatutoryClock other, String code) {
    return regimes.version(other.definition()).regime().excludes().stream()
        .filter(it -> it.whole() && it.regime().equals(code))
        .findFirst();
  }

  private void switchOff(List<StatutoryClock> others, Regime regime) {
    for (Relation relation : regime.excludes()) {
      others.stream()
          .filter(it -> relation.whole() && it.isLive() && it.regime().equals(relation.regime()))
          .forEach(it -> exclude(it, regime, relation));
    }
  }

  private void exclude(StatutoryClock other, Regime because, Relation relation) {
    String why = said(because) + ", " + relation.legal().source();
    store.end(
        other.id(),
        StatutoryClock.State.EXCLUDED,
        new StatutoryClock.Waiver(why, "Tillit", other.now(), false, ""));
    store.changed(other.id(), "excluded", "", because.code(), why);
    record(
        "incident.clock-excluded",
        other.id(),
        because,
        other.responsible(),
        Detail.of("regime", other.regime()).with("source", relation.legal().source()));
  }

  private void opens(UUID id, Regime regime, String agreed, Instant start) {
    var course = new Course(regime, Span.read(agreed).orElse(null));
    course.started(start).forEach(it -> open(id, course, it));
  }

  private void open(UUID id, Course course, Course.Opening opening) {
    UUID step = store.open(id, opening, course.regime().recipientOf(opening.step().code()));
    store.remind(step, course.reminders(opening));
  }

  private void follow(StatutoryClock found, Regime regime, Step step, String stage, Instant at) {
    var course = new Course(regime, Span.read(found.agreed()).orElse(null));
    UUID incident = found.incident();
    Instant handled = incident == null ? null : reading.handledAt(incident);
    course.submitted(step, stage, at, handled).forEach(it -> open(found.id(), course, it));
  }

  private static String stage(Step step, String wanted) {
    String stage = wanted.isBlank() ? step.code() : wanted;
    if (!stage.equals(step.code()) && !stage.equals(step.instead())) {
      throw new Refused("incident.clock.no-such-stage").at("stage");
    }
    return stage;
  }

  private static Instant submittedAt(StatutoryClock found, ClockStep step, Orders.Sent sent) {
    Instant at = sent.at();
    if (at == null || at.isAfter(found.now())) {
      throw new Refused("incident.clock.submitted-in-future").at("at");
    }
    if (at.isBefore(found.start().at())) {
      throw new Refused("incident.clock.before-start").at("at");
    }
    Instant base = step.base();
    if (base != null && !step.countsFrom().equals("start") && at.isBefore(base)) {
      throw new Refused("incident.clock.before-former", base).at("at");
    }
    return at.truncatedTo(ChronoUnit.SECONDS);
  }

  private Recipient recipient(String code, Instant at) {
    return regimes
        .recipient(code, at.atZone(Sweden.ZONE).toLocalDate())
        .orElseThrow(() -> new Unknown("recipient", code));
  }

  void record(
      String action, UUID id, Regime regime, StatutoryClock.Responsible who, Detail detail) {
    trail.record(
        action,
        Subject.of("clock", id, said(regime) + ", " + who.name()),
        detail.with("regime", regime.code()));
  }

  private static String said(Regime regime) {
    return regime.titles().shortName().sv();
  }
}

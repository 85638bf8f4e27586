package se.tillit.incident.clock;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Detail;
import se.tillit.exchange.file.Markings;
import se.tillit.identity.Viewer;
import se.tillit.incident.Cases;
import se.tillit.incident.IncidentId;
import se.tillit.incident.IncidentPermissions;
import se.tillit.incident.regime.Regime;
import se.tillit.incident.regime.Regimes;
import se.tillit.incident.regime.Span;
import se.tillit.incident.regime.Step;
import se.tillit.kernel.Forbidden;
import se.tillit.kernel.Refused;

/// Changes a running clock: another start, more time, or a decision not to report. Each with its
/// reason, in the history of the clock and in the trail.
@Component
class ClockChanges {

  private final ClockStore store;
  private final ClockReading reading;
  private final ClockRegister register;
  private final Regimes regimes;
  private final Cases cases;

  ClockChanges(
      ClockStore store,
      ClockReading reading,
      ClockRegister register,
      Regimes regimes,
      Cases cases) {
    this.store = store;
    this.reading = reading;
    this.register = register;
    this.regimes = regimes;
    this.cases = cases;
  }

  /// Moves the start. What was sent stays sent; what counts from the start gets another last
  /// moment.
  @Transactional
  public void restart(Viewer viewer, UUID id, int version, @Nullable Instant start, String reason) {
    StatutoryClock found = register.changeable(viewer, id);
    demandReason(reason);
    if (start == null || start.isAfter(found.now())) {
      throw new Refused("incident.clock.start-in-future").at("startedAt");
    }
    for (ClockStep step : found.steps()) {
      ClockStep.Submission sent = step.submission();
      if (sent != null && start.isAfter(sent.at())) {
        throw new Refused("incident.clock.start-after-submission", sent.at()).at("startedAt");
      }
    }
    store.touch(id, version);
    Instant exact = start.truncatedTo(ChronoUnit.SECONDS);
    store.restart(id, exact);
    Regime regime = regimes.version(found.definition()).regime();
    var course = new Course(regime, Span.read(found.agreed()).orElse(null));
    for (ClockStep step : found.steps()) {
      if (step.countsFrom().equals("start") && step.state() != ClockStep.State.ENDED) {
        retime(course, step, exact);
      }
    }
    store.changed(id, "restarted", found.start().at().toString(), exact.toString(), reason.strip());
    register.record(
        "incident.clock-restarted",
        id,
        regime,
        found.responsible(),
        Detail.none().changed("start", found.start().at(), exact).with("reason", "given"));
  }

  private void retime(Course course, ClockStep step, Instant base) {
    Step demanded = course.regime().step(step.code()).orElseThrow();
    Course.Opening opening = course.opening(demanded, base);
    Span more = demanded.extension();
    Instant due = opening.due();
    if (step.isExtended() && more != null && due != null) {
      opening = longer(demanded, base, more, due);
    }
    store.retime(step.id(), opening);
    // What was submitted is judged by its new last moment, and nobody is reminded of it.
    if (step.isOpen()) {
      store.remind(step.id(), course.reminders(opening));
    }
  }

  /// Gives more time where the law allows it, once, and before the time is out (GDPR art. 12.3).
  @Transactional
  public void extend(Viewer viewer, UUID id, int version, UUID stepId, String reason) {
    StatutoryClock found = register.changeable(viewer, id);
    demandReason(reason);
    ClockStep step =
        found
            .step(stepId)
            .filter(ClockStep::isOpen)
            .orElseThrow(() -> new Refused("incident.clock.not-open").at("step"));
    Regime regime = regimes.version(found.definition()).regime();
    Step demanded = regime.step(step.code()).orElseThrow();
    Span more = demanded.extension();
    Instant due = step.due();
    if (more == null || due == null || step.isExtended()) {
      throw new Refused("incident.clock.no-extension").by(demanded.legal().source()).at("step");
    }
    if (found.now().isAfter(due)) {
      throw new Refused("incident.clock.extension-too-late", due)
          .by(demanded.legal().source())
          .at("step");
    }
    store.touch(id, version);
    var course = new Course(regime, null);
    Instant base = step.base();
    Course.Opening longer = longer(demanded, base == null ? due : base, more, due);
    store.retime(stepId, longer);
    store.extend(stepId, reason.strip());
    store.remind(stepId, course.reminders(longer));
    store.changed(id, "extended", due.toString(), String.valueOf(longer.due()), reason.strip());
    register.record(
        "incident.clock-extended",
        id,
        regime,
        found.responsible(),
        Detail.none().changed("due", due, longer.due()).with("reason", "given"));
  }

  /// Ends a step that the law lets one leave out, such as a supplement when all has been told.
  @Transactional
  public void omit(Viewer viewer, UUID id, int version, UUID stepId, String reason) {
    StatutoryClock found = register.changeable(viewer, id);
    demandReason(reason);
    ClockStep step =
        found
            .step(stepId)
            .filter(ClockStep::isOpen)
            .orElseThrow(() -> new Refused("incident.clock.not-open").at("step"));
    if (!step.optional()) {
      throw new Refused("incident.clock.demanded").at("step");
    }
    store.touch(id, version);
    store.end(stepId);
    register.settle(id);
    store.changed(id, "omitted", step.name(), "", reason.strip());
    register.record(
        "incident.clock-omitted",
        id,
        regimes.version(found.definition()).regime(),
        found.responsible(),
        Detail.of("stage", step.code()).with("reason", "given"));
  }

  /// A month and two more are three months from the receipt, not two from the month's last day.
  private static Course.Opening longer(Step demanded, Instant base, Span more, Instant due) {
    Span first = demanded.due().limit();
    boolean same = first != null && first.unit() == more.unit();
    Instant later =
        same && first != null
            ? new Span(first.amount() + more.amount(), more.unit()).after(base)
            : more.after(due);
    return new Course.Opening(demanded, base, later, null);
  }

  /// Decides that the regime is not reported to, with motive and by whose right.
  @Transactional
  public void waive(Viewer viewer, UUID id, int version, Orders.NotReported decision) {
    StatutoryClock found = register.changeable(viewer, id);
    demandHandling(viewer, found);
    demandWhole(decision);
    Instant at = decision.at() == null ? found.now() : decision.at();
    if (at.isAfter(found.now())) {
      throw new Refused("incident.clock.decided-in-future").at("at");
    }
    store.touch(id, version);
    var waiver =
        new StatutoryClock.Waiver(
            decision.because().strip(),
            decision.decider().strip(),
            at,
            decision.delegate(),
            decision.delegationPoint().strip());
    store.end(id, StatutoryClock.State.WAIVED, waiver);
    if (!decision.diaryNumber().isBlank()) {
      store.diary(id, decision.diaryNumber().strip());
    }
    store.changed(id, "waived", "", waiver.by(), waiver.because());
    log(found, waiver);
    switchOn(found);
    register.record(
        "incident.clock-waived",
        id,
        regimes.version(found.definition()).regime(),
        found.responsible(),
        Detail.of("because", "given")
            .with("decider", waiver.by())
            .with("delegationPoint", waiver.delegationPoint()));
  }

  private static void demandWhole(Orders.NotReported decision) {
    if (decision.because().isBlank()) {
      throw new Refused("incident.clock.motive-missing").at("because");
    }
    if (decision.decider().isBlank()) {
      throw new Refused("incident.clock.decider-missing").at("decider");
    }
    Markings.refuse(decision.because(), "because");
    Markings.refuse(decision.decider(), "decider");
    Markings.refuse(decision.delegationPoint(), "delegationPoint");
    Markings.refuse(decision.diaryNumber(), "number");
    if (decision.delegate() && decision.delegationPoint().isBlank()) {
      throw new Refused("incident.clock.delegation-missing")
          .by("KL 6 kap. 37 §")
          .at("delegationPoint");
    }
  }

  private void log(StatutoryClock found, StatutoryClock.Waiver waiver) {
    UUID incident = found.incident();
    if (incident != null) {
      cases.decided(
          new IncidentId(incident),
          new Cases.Decided(
              "not-reported",
              found.name() + ", " + found.responsible().name(),
              waiver.because(),
              waiver.at(),
              null,
              waiver.by(),
              waiver.delegationPoint(),
              found.responsible().body()));
    }
  }

  /// What this regime had switched off runs again.
  private void switchOn(StatutoryClock found) {
    UUID incident = found.incident();
    if (incident == null) {
      return;
    }
    Regime regime = regimes.version(found.definition()).regime();
    List<String> off =
        regime.excludes().stream().filter(it -> it.whole()).map(it -> it.regime()).toList();
    reading.ofIncident(incident).stream()
        .filter(it -> it.state() == StatutoryClock.State.EXCLUDED && off.contains(it.regime()))
        .forEach(it -> {
          store.resume(it.id());
          store.changed(it.id(), "resumed", "", "", found.name());
        });
  }

  /// Takes a decision not to report back: the clock runs as if it had run all the time.
  @Transactional
  public void resume(Viewer viewer, UUID id, int version, String reason) {
    StatutoryClock found = reading.find(viewer, id);
    demandHandling(viewer, found);
    demandReason(reason);
    if (found.state() != StatutoryClock.State.WAIVED) {
      throw new Refused("incident.clock.not-waived");
    }
    store.touch(id, version);
    store.resume(id);
    register.settle(id);
    store.changed(id, "resumed", "", "", reason.strip());
    register.record(
        "incident.clock-resumed",
        id,
        regimes.version(found.definition()).regime(),
        found.responsible(),
        Detail.of("reason", "given"));
  }

  @Transactional
  public void diary(Viewer viewer, UUID id, int version, String number) {
    StatutoryClock found = reading.find(viewer, id);
    viewer.demand(IncidentPermissions.CLOCK);
    Markings.refuse(number, "number");
    store.touch(id, version);
    store.diary(id, number.strip());
    store.changed(id, "diary", found.diaryNumber(), number.strip(), "");
    register.record(
        "incident.clock-registered",
        id,
        regimes.version(found.definition()).regime(),
        found.responsible(),
        Detail.none().changed("diaryNumber", found.diaryNumber(), number.strip()));
  }

  private void demandHandling(Viewer viewer, StatutoryClock found) {
    UUID incident = found.incident();
    if (incident != null) {
      cases.demandHandled(viewer, incident);
    } else if (!viewer.may(IncidentPermissions.HANDLE)) {
      throw new Forbidden(IncidentPermissions.HANDLE);
    }
  }

  private static void demandReason(String reason) {
    if (reason.isBlank()) {
      throw new Refused("incident.clock.reason-missing").at("reason");
    }
    Markings.refuse(reason, "reason");
  }
}

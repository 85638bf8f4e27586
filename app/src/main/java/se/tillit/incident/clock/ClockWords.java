package se.tillit.incident.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tillit.identity.Viewer;
import se.tillit.incident.regime.AddressBook;
import se.tillit.incident.regime.Recipient;
import se.tillit.incident.regime.Regime;
import se.tillit.incident.regime.RegimeWords;
import se.tillit.incident.regime.Regimes;
import se.tillit.incident.regime.Step;
import se.tillit.kernel.Sweden;
import se.tillit.web.State;
import se.tillit.web.Words;
import se.tillit.web.chart.ClockLanes;
import se.tillit.web.chart.Drawing;

/// Says clocks: what is due next, to whom, and how.
@Component
class ClockWords {

  private final Regimes regimes;

  ClockWords(Regimes regimes) {
    this.regimes = regimes;
  }

  ShownClock say(Viewer viewer, Words words, StatutoryClock it) {
    return say(viewer, words, List.of(it)).getFirst();
  }

  /// Those of a page, with who receives looked up once.
  List<ShownClock> say(Viewer viewer, Words words, List<StatutoryClock> clocks) {
    AddressBook book = clocks.isEmpty() ? new AddressBook(List.of()) : regimes.recipients();
    return clocks.stream().map(it -> say(viewer, words, it, book)).toList();
  }

  private ShownClock say(Viewer viewer, Words words, StatutoryClock it, AddressBook book) {
    String base = "/" + viewer.seat().tenantKey();
    Regime regime = regimes.version(it.definition()).regime();
    List<ShownClock.ShownStep> steps =
        it.steps().stream().map(step -> say(words, it, regime, step, book)).toList();
    ShownClock.ShownStep next =
        it.next()
            .flatMap(open -> steps.stream().filter(s -> s.id().equals(open.id())).findFirst())
            .orElse(null);
    UUID incident = it.incident();
    return new ShownClock(
        it.id(),
        base + "/clocks/" + it.id(),
        regime.titles().shortName().in(words),
        base + "/regimes/" + regime.code(),
        whose(it),
        incident == null ? it.title() : it.reference(),
        incident == null ? "" : base + "/incidents/" + incident,
        it.state(),
        stateLabel(words, it, next),
        standing(it, next),
        words.t(
            "incident.clock.started",
            words.time(it.start().at()),
            regime.start().said().in(words),
            it.start().declaredBy(),
            words.time(it.start().declaredAt())),
        regime.question().in(words),
        RegimeWords.caution(words, regime.legal()),
        next,
        steps,
        ended(words, it),
        it.start().at(),
        it.exercise() != null);
  }

  private static String whose(StatutoryClock it) {
    String counterparty = it.responsible().counterparty();
    return counterparty.isEmpty()
        ? it.responsible().name()
        : it.responsible().name() + " → " + counterparty;
  }

  /// A clock that goes says how it stands; the others how they ended.
  private static String stateLabel(
      Words words, StatutoryClock it, ShownClock.@Nullable ShownStep next) {
    return it.isLive() && next != null && next.standing() != State.NOT_MEASURED
        ? words.t("incident.clock.standing." + next.standing().word())
        : words.t("incident.clock.state." + it.state().key());
  }

  private static State standing(StatutoryClock it, ShownClock.@Nullable ShownStep next) {
    return switch (it.state()) {
      case WAIVED, EXCLUDED -> State.NOT_MEASURED;
      case RUNNING, KEPT -> next == null ? State.KEPT : next.standing();
    };
  }

  private static @Nullable String ended(Words words, StatutoryClock it) {
    StatutoryClock.Waiver waiver = it.waiver();
    if (waiver == null) {
      return null;
    }
    if (it.state() == StatutoryClock.State.EXCLUDED) {
      return words.t("incident.clock.excluded-because", waiver.because());
    }
    String by =
        waiver.delegationPoint().isEmpty()
            ? waiver.by()
            : words.t("incident.clock.by-delegation", waiver.by(), waiver.delegationPoint());
    return words.t("incident.clock.waived-because", waiver.because(), by, words.time(waiver.at()));
  }

  private static ShownClock.ShownStep say(
      Words words, StatutoryClock it, Regime regime, ClockStep step, AddressBook book) {
    Step demanded = regime.step(step.code()).orElseThrow();
    Instant now = it.now();
    ClockStep.Submission sent = step.submission();
    LocalDate day = (sent == null ? now : sent.at()).atZone(Sweden.ZONE).toLocalDate();
    Optional<Recipient> to = book.on(day, step.recipient());
    Instant next = step.nextAt();
    return new ShownClock.ShownStep(
        step.id(),
        demanded.name().in(words) + (step.round() > 1 ? " " + step.round() : ""),
        step.standing(now),
        left(words, step, now),
        next == null ? words.t("incident.clock.no-moment") : words.time(next),
        bound(words, it, demanded, step),
        demanded.legal().source(),
        cautions(words, demanded, to),
        sent == null ? to.map(r -> r.name().in(words)).orElse("") : sent.recipient(),
        sent == null ? to.map(r -> r.channel().in(words)).orElse("") : sent.channel(),
        to.map(Recipient::address).orElse(""),
        to.map(r -> r.fallback().in(words)).orElse(""),
        step.isOpen(),
        step.optional(),
        demanded.extension() != null && !step.isExtended() && step.isOpen(),
        step.due() != null && !step.optional(),
        next,
        it.exercise() == null,
        receipt(words, step));
  }

  /// What to check before relying on it: the demand itself, and who receives it.
  private static List<String> cautions(Words words, Step demanded, Optional<Recipient> to) {
    var cautions = new ArrayList<String>();
    String demand = RegimeWords.caution(words, demanded.legal());
    if (demand != null) {
      cautions.add(demand);
    }
    to.map(it -> RegimeWords.caution(words, it.legal()))
        .filter(it -> !it.equals(demand))
        .ifPresent(it -> cautions.add(words.t("incident.clock.recipient-unsure", it)));
    return cautions;
  }

  private static String bound(Words words, StatutoryClock it, Step demanded, ClockStep step) {
    if (step.isExtended()) {
      return words.t("incident.clock.bound.extended", step.extendedBecause());
    }
    if (step.due() != null) {
      return words.t(
          it.agreed().isEmpty() || !demanded.due().isAgreed()
              ? "incident.clock.bound.law"
              : "incident.clock.bound.agreed");
    }
    return words.t("incident.manner." + demanded.due().manner().key());
  }

  private static List<String> receipt(Words words, ClockStep step) {
    ClockStep.Submission sent = step.submission();
    var lines = new ArrayList<String>();
    if (sent == null) {
      return lines;
    }
    lines.add(
        words.t(
            "incident.clock.receipt.sent",
            words.time(sent.at()),
            sent.submitter(),
            sent.channel()));
    if (!sent.caseNumber().isEmpty()) {
      lines.add(words.t("incident.clock.receipt.number", sent.caseNumber()));
    }
    if (!sent.approver().isEmpty()) {
      lines.add(words.t("incident.clock.receipt.approver", sent.approver()));
    }
    if (!sent.lateBecause().isEmpty()) {
      lines.add(words.t("incident.clock.receipt.late", sent.lateBecause()));
    }
    return lines;
  }

  /// `3 h 12 min kvar`, `2 dygn 4 h försenad`, `inlämnad`.
  static String left(Words words, ClockStep step, Instant now) {
    ClockStep.Submission sent = step.submission();
    Instant next = step.nextAt();
    if (sent != null) {
      boolean late = step.due() != null && !step.optional() && sent.at().isAfter(step.due());
      return words.t(late ? "incident.clock.left.sent-late" : "incident.clock.left.sent");
    }
    if (next == null) {
      return words.t("incident.clock.left.waits");
    }
    String length = length(words, Duration.between(now, next).abs());
    if (!now.isAfter(next)) {
      return words.t(
          step.due() == null ? "incident.clock.left.advised" : "incident.clock.left.left", length);
    }
    return words.t(
        step.due() == null || step.optional()
            ? "incident.clock.left.past-advice"
            : "incident.clock.left.late",
        length);
  }

  /// How long until a limit that is not running yet.
  static String left(Words words, Instant due, Instant now) {
    String length = length(words, Duration.between(now, due).abs());
    return words.t(
        now.isAfter(due) ? "incident.clock.left.late" : "incident.clock.left.left", length);
  }

  static State standing(Instant due, Instant now) {
    if (now.isAfter(due)) {
      return State.NOT_KEPT;
    }
    return now.isBefore(due.minus(ClockStep.NEAR)) ? State.KEPT : State.AT_RISK;
  }

  static String length(Words words, Duration length) {
    long days = length.toDays();
    int hours = length.toHoursPart();
    return days > 0
        ? words.t("incident.clock.length.days", days, hours)
        : words.t("incident.clock.length.hours", hours, length.toMinutesPart());
  }

  /// The clocks as lanes beside each other.
  Drawing lanes(Words words, List<ShownClock> clocks, Instant now) {
    var lanes = new ArrayList<ClockLanes.Lane>();
    for (ShownClock it : clocks) {
      var marks = new ArrayList<ClockLanes.Mark>();
      for (ShownClock.ShownStep step : it.steps()) {
        Instant at = step.at();
        if (at != null) {
          String said = step.name() + ": " + step.left();
          marks.add(new ClockLanes.Mark(step.name(), at, step.standing(), !step.open(), said));
        }
      }
      lanes.add(new ClockLanes.Lane(it.name(), it.whose(), it.start(), marks));
    }
    return new ClockLanes(words.t("incident.clocks.lanes"), now, lanes).draw(words);
  }
}

package se.tillit.incident.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.incident.CaseCard;
import se.tillit.incident.CaseTime;
import se.tillit.incident.Cases;
import se.tillit.incident.IncidentPermissions;
import se.tillit.kernel.Refused;
import se.tillit.web.Crumb;
import se.tillit.web.FieldProblem;
import se.tillit.web.Flash;
import se.tillit.web.Page;
import se.tillit.web.Problems;
import se.tillit.web.State;
import se.tillit.web.Words;

/// The clocks of a case beside each other, and those that it may need; the case page embeds it.
@Controller
class CaseClockController {

  private final ClockReading reading;
  private final ClockRegister register;
  private final ClockWords said;
  private final JudgementWords judged;
  private final Candidates candidates;
  private final Cases cases;
  private final CaseTime time;

  CaseClockController(
      ClockReading reading,
      ClockRegister register,
      ClockWords said,
      JudgementWords judged,
      Candidates candidates,
      Cases cases,
      CaseTime time) {
    this.reading = reading;
    this.register = register;
    this.said = said;
    this.judged = judged;
    this.candidates = candidates;
    this.cases = cases;
    this.time = time;
  }

  @Requires(IncidentPermissions.READ)
  @GetMapping("/{tenant}/incidents/{incident}/clocks")
  ModelAndView list(Viewer viewer, @ModelAttribute("page") Page page, @PathVariable UUID incident) {
    return page(viewer, page, cases.find(viewer, incident), null, Problems.NONE);
  }

  @Requires(IncidentPermissions.CLOCK)
  @PostMapping("/{tenant}/incidents/{incident}/clocks")
  ModelAndView start(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID incident,
      @RequestParam(required = false) @Nullable List<String> start,
      @RequestParam(defaultValue = "") String startedAt,
      RedirectAttributes redirect) {
    CaseCard card = cases.find(viewer, incident);
    if (start == null || start.isEmpty()) {
      return refused(viewer, page, card, startedAt, page.t("incident.clocks.none-chosen"));
    }
    try {
      for (String key : start) {
        register.start(viewer, incident, order(key, ClockForm.moment(startedAt)));
      }
    } catch (Refused refused) {
      String why = page.t(refused.messageKey(), refused.arguments());
      return refused(viewer, page, card, startedAt, why);
    }
    redirect.addFlashAttribute(
        "flash", Flash.done(page.t("incident.clocks.started", start.size())));
    return new ModelAndView(
        "redirect:/" + viewer.seat().tenantKey() + "/incidents/" + incident + "/clocks");
  }

  private static Orders.NewClock order(String key, @Nullable Instant at) {
    int colon = key.lastIndexOf(':');
    if (!key.matches("[a-z0-9-]+:[0-9a-f-]{36}")) {
      throw new Refused("incident.clock.no-such-regime").at("regime");
    }
    UUID who = UUID.fromString(key.substring(colon + 1));
    return new Orders.NewClock(key.substring(0, colon), who, "", "", "", at);
  }

  private ModelAndView refused(
      Viewer viewer, Page page, CaseCard card, String startedAt, String why) {
    var problems = new Problems(List.of(new FieldProblem("startedAt", why)));
    ModelAndView again = page(viewer, page, card, startedAt, problems);
    again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return again;
  }

  private ModelAndView page(
      Viewer viewer, Page page, CaseCard card, @Nullable String startedAt, Problems problems) {
    Words words = page.words();
    UUID incident = card.id().value();
    String base = "/" + viewer.seat().tenantKey();
    String home = base + "/incidents/" + incident + "/clocks";
    List<StatutoryClock> running = reading.ofIncident(incident);
    Instant now = time.now(card.exercise());
    List<ShownClock> shown = said.say(viewer, words, running);
    var view = new ModelAndView("incident/clocks");
    view.addObject(
        "page",
        page.titled(words.t("incident.clocks.title"))
            .under(new Crumb(card.reference(), base + "/incidents/" + incident)));
    view.addObject("home", home);
    view.addObject("clocks", shown);
    view.addObject("lanes", shown.isEmpty() ? null : said.lanes(words, shown, now));
    view.addObject("next", next(shown));
    view.addObject("offers", offers(viewer, words, card, running, now));
    view.addObject("exercise", card.exercise() != null);
    view.addObject(
        "startedAt", startedAt == null ? ClockForm.typed(card.moments().awareAt()) : startedAt);
    view.addObject("mayWork", viewer.may(IncidentPermissions.CLOCK));
    view.addObject("problems", problems);
    return view;
  }

  /// What is due first of all, whichever clock demands it.
  private static @Nullable ShownClock next(List<ShownClock> shown) {
    return shown.stream()
        .filter(it -> it.next() != null && Objects.requireNonNull(it.next()).at() != null)
        .min(java.util.Comparator.comparing(it -> at(it)))
        .orElse(null);
  }

  private static Instant at(ShownClock clock) {
    ShownClock.ShownStep step = clock.next();
    Instant at = step == null ? null : step.at();
    return at == null ? Instant.MAX : at;
  }

  private List<ClockOffer> offers(
      Viewer viewer, Words words, CaseCard card, List<StatutoryClock> running, Instant now) {
    var offers = new ArrayList<ClockOffer>();
    String base = "/" + viewer.seat().tenantKey() + "/incidents/" + card.id() + "/assessments/";
    for (Candidates.Candidate it : candidates.of(card, running)) {
      Instant due = it.due();
      Assessment assessment = it.assessment();
      offers.add(
          new ClockOffer(
              it.key(),
              it.regime().titles().name().in(words),
              it.who().name(),
              due == null ? "" : words.t("incident.clocks.would-be-due", words.time(due)),
              due == null ? State.NOT_MEASURED : ClockWords.standing(due, now),
              due == null ? "" : ClockWords.left(words, due, now),
              it.likely(),
              base + it.regime().code() + "/" + it.who().id(),
              assessment == null ? null : judged.say(words, it.regime(), assessment.judgement())));
    }
    return offers;
  }
}

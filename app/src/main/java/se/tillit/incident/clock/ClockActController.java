package se.tillit.incident.clock;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.incident.IncidentPermissions;
import se.tillit.incident.regime.Base;
import se.tillit.incident.regime.Regime;
import se.tillit.incident.regime.Regimes;
import se.tillit.incident.regime.Step;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Stale;
import se.tillit.web.Crumb;
import se.tillit.web.FieldProblem;
import se.tillit.web.Flash;
import se.tillit.web.Option;
import se.tillit.web.Page;
import se.tillit.web.Problems;
import se.tillit.web.Words;

/// The forms of a clock, one page each: what was sent, another start, more time, a request, a
/// decision not to report and its taking back, the diary number.
@Controller
class ClockActController {

  private static final String ACTS = "{act:submission|start|extension|omission|request|diary}";
  private static final String DECISIONS = "{act:waiver|resumption}";

  private final ClockReading reading;
  private final ClockRegister register;
  private final ClockChanges changes;
  private final ClockWords said;
  private final Regimes regimes;

  ClockActController(
      ClockReading reading,
      ClockRegister register,
      ClockChanges changes,
      ClockWords said,
      Regimes regimes) {
    this.reading = reading;
    this.register = register;
    this.changes = changes;
    this.said = said;
    this.regimes = regimes;
  }

  @Requires(IncidentPermissions.CLOCK)
  @GetMapping("/{tenant}/clocks/{id}/" + ACTS)
  ModelAndView form(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @PathVariable String act,
      ClockForm form) {
    return page(viewer, page, new Act(id, act), form, Problems.NONE);
  }

  @Requires(IncidentPermissions.HANDLE)
  @GetMapping("/{tenant}/clocks/{id}/" + DECISIONS)
  ModelAndView decision(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @PathVariable String act,
      ClockForm form) {
    return page(viewer, page, new Act(id, act), form, Problems.NONE);
  }

  @Requires(IncidentPermissions.CLOCK)
  @PostMapping("/{tenant}/clocks/{id}/" + ACTS)
  ModelAndView act(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @PathVariable String act,
      ClockForm form,
      RedirectAttributes redirect) {
    return attempt(viewer, page, new Act(id, act), form, redirect);
  }

  @Requires(IncidentPermissions.HANDLE)
  @PostMapping("/{tenant}/clocks/{id}/" + DECISIONS)
  ModelAndView decide(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @PathVariable String act,
      ClockForm form,
      RedirectAttributes redirect) {
    return attempt(viewer, page, new Act(id, act), form, redirect);
  }

  /// One of the forms of one clock.
  record Act(UUID clock, String name) {}

  private ModelAndView attempt(
      Viewer viewer, Page page, Act act, ClockForm form, RedirectAttributes redirect) {
    reading.find(viewer, act.clock());
    try {
      perform(viewer, act, form);
    } catch (Refused refused) {
      String field = field(refused.field());
      String source = refused.source();
      String why = page.t(refused.messageKey(), refused.arguments());
      String told = source == null ? why : why + " (" + source + ")";
      return page(viewer, page, act, form, new Problems(List.of(new FieldProblem(field, told))));
    } catch (Stale stale) {
      String told = page.t("incident.clock.stale");
      ModelAndView again =
          page(viewer, page, act, form, new Problems(List.of(new FieldProblem("at", told))));
      again.addObject("version", reading.find(viewer, act.clock()).version());
      again.setStatus(HttpStatus.CONFLICT);
      return again;
    }
    redirect.addFlashAttribute("flash", Flash.done(page.t("incident.act." + act.name() + ".done")));
    return new ModelAndView("redirect:/" + viewer.seat().tenantKey() + "/clocks/" + act.clock());
  }

  private void perform(Viewer viewer, Act act, ClockForm form) {
    UUID id = act.clock();
    int version = form.readVersion();
    String reason = ClockForm.text(form.reason());
    switch (act.name()) {
      case "submission" -> register.submit(viewer, id, version, form.sent());
      case "start" -> changes.restart(viewer, id, version, ClockForm.moment(form.at()), reason);
      case "extension" -> changes.extend(viewer, id, version, form.readStep(), reason);
      case "omission" -> changes.omit(viewer, id, version, form.readStep(), reason);
      case "request" ->
          register.request(
              viewer,
              id,
              version,
              new Orders.Asked(
                  ClockForm.text(form.stage()),
                  ClockForm.moment(form.at()),
                  ClockForm.moment(form.due())));
      case "diary" -> changes.diary(viewer, id, version, ClockForm.text(form.number()));
      case "waiver" -> changes.waive(viewer, id, version, form.notReported());
      default -> changes.resume(viewer, id, version, reason);
    }
  }

  /// The domain's word for a field, as the form names it.
  private static String field(@Nullable String named) {
    return switch (named == null ? "" : named) {
      case "startedAt", "step", "" -> "at";
      case "because" -> "reason";
      case String other -> other;
    };
  }

  private ModelAndView page(Viewer viewer, Page page, Act act, ClockForm form, Problems problems) {
    Words words = page.words();
    StatutoryClock found = reading.find(viewer, act.clock());
    ShownClock shown = said.say(viewer, words, found);
    Regime regime = regimes.version(found.definition()).regime();
    String home = "/" + viewer.seat().tenantKey() + "/clocks/" + act.clock();
    ShownClock.ShownStep step =
        shown.steps().stream()
            .filter(it -> it.open() && it.id().equals(form.step()))
            .findFirst()
            .orElse(shown.next());
    var view =
        new ModelAndView(
            "incident/clockact",
            problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    view.addObject(
        "page",
        page.titled(words.t("incident.act." + act.name()))
            .under(new Crumb(shown.name() + " – " + shown.whose(), home)));
    view.addObject("clock", shown);
    view.addObject("act", act.name());
    view.addObject("home", home);
    view.addObject("form", form);
    view.addObject("version", form.version() == null ? found.version() : form.version());
    view.addObject("step", step);
    view.addObject("stages", stages(words, found, regime, step, act));
    view.addObject("now", ClockForm.typed(found.now()));
    view.addObject("start", ClockForm.typed(found.start().at()));
    view.addObject("me", viewer.actor().name());
    view.addObject("problems", problems);
    return view;
  }

  private static List<Option> stages(
      Words words,
      StatutoryClock found,
      Regime regime,
      ShownClock.@Nullable ShownStep shown,
      Act act) {
    if (act.name().equals("request")) {
      return regime.opening(Base.From.REQUEST).stream().map(it -> option(words, it)).toList();
    }
    if (shown == null) {
      return List.of();
    }
    Step step = found.step(shown.id()).flatMap(it -> regime.step(it.code())).orElseThrow();
    return step.instead().isEmpty()
        ? List.of()
        : List.of(option(words, step), option(words, regime.step(step.instead()).orElseThrow()));
  }

  private static Option option(Words words, Step step) {
    return Option.of(step.code(), step.name().in(words));
  }
}

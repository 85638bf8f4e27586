package se.tillit.incident.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import se.tillit.incident.CaseTime;
import se.tillit.incident.Cases;
import se.tillit.incident.IncidentPermissions;
import se.tillit.incident.regime.Regime;
import se.tillit.incident.regime.Regimes;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Sweden;
import se.tillit.web.Crumb;
import se.tillit.web.FieldProblem;
import se.tillit.web.Flash;
import se.tillit.web.Option;
import se.tillit.web.Page;
import se.tillit.web.Problems;
import se.tillit.web.Words;

/// Starts one clock by hand: any regime of a case, or one that needs no case.
@Controller
class NewClockController {

  private final ClockRegister register;
  private final Responsibles responsibles;
  private final Regimes regimes;
  private final Cases cases;
  private final CaseTime time;

  NewClockController(
      ClockRegister register,
      Responsibles responsibles,
      Regimes regimes,
      Cases cases,
      CaseTime time) {
    this.register = register;
    this.responsibles = responsibles;
    this.regimes = regimes;
    this.cases = cases;
    this.time = time;
  }

  @Requires(IncidentPermissions.CLOCK)
  @GetMapping("/{tenant}/clocks/new")
  ModelAndView alone(Viewer viewer, @ModelAttribute("page") Page page, NewClockForm form) {
    return page(viewer, page, null, form, Problems.NONE);
  }

  @Requires(IncidentPermissions.CLOCK)
  @PostMapping("/{tenant}/clocks")
  ModelAndView startAlone(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      NewClockForm form,
      RedirectAttributes redirect) {
    return attempt(viewer, page, null, form, redirect);
  }

  @Requires(IncidentPermissions.CLOCK)
  @GetMapping("/{tenant}/incidents/{incident}/clocks/new")
  ModelAndView ofCase(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID incident,
      NewClockForm form) {
    cases.find(viewer, incident);
    return page(viewer, page, incident, form, Problems.NONE);
  }

  @Requires(IncidentPermissions.CLOCK)
  @PostMapping("/{tenant}/incidents/{incident}/clocks/new")
  ModelAndView start(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID incident,
      NewClockForm form,
      RedirectAttributes redirect) {
    cases.find(viewer, incident);
    return attempt(viewer, page, incident, form, redirect);
  }

  private ModelAndView attempt(
      Viewer viewer,
      Page page,
      @Nullable UUID incident,
      NewClockForm form,
      RedirectAttributes redirect) {
    try {
      UUID id =
          incident == null
              ? register.startAlone(viewer, form.order())
              : register.start(viewer, incident, form.order());
      redirect.addFlashAttribute("flash", Flash.done(page.t("incident.clocks.started", 1)));
      return new ModelAndView("redirect:/" + viewer.seat().tenantKey() + "/clocks/" + id);
    } catch (Refused refused) {
      String field = refused.field() == null ? "regime" : refused.field();
      String why = page.t(refused.messageKey(), refused.arguments());
      var problems = new Problems(List.of(new FieldProblem(field, why)));
      return page(viewer, page, incident, form, problems);
    }
  }

  private ModelAndView page(
      Viewer viewer, Page page, @Nullable UUID incident, NewClockForm form, Problems problems) {
    Words words = page.words();
    Instant now = time.now(incident == null ? null : cases.find(viewer, incident).exercise());
    String base = "/" + viewer.seat().tenantKey();
    String up = incident == null ? base + "/clocks" : base + "/incidents/" + incident + "/clocks";
    var view =
        new ModelAndView(
            "incident/clocknew",
            problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    view.addObject(
        "page",
        page.titled(words.t("incident.clock.new"))
            .under(new Crumb(words.t("incident.clocks.title"), up)));
    view.addObject("action", incident == null ? up : up + "/new");
    view.addObject("up", up);
    view.addObject("alone", incident == null);
    view.addObject("regimes", offered(words, incident == null, form, now));
    view.addObject("responsibles", answering(form.responsible()));
    view.addObject("form", form);
    view.addObject("startedAt", form.startedAt() == null ? ClockForm.typed(now) : form.startedAt());
    view.addObject("problems", problems);
    return view;
  }

  private List<Option> offered(Words words, boolean alone, NewClockForm form, Instant now) {
    return regimes.inForce(now.atZone(Sweden.ZONE).toLocalDate()).stream()
        .filter(it -> !alone || it.regime().standalone())
        .map(it ->
            Option.of(
                it.regime().code(),
                it.regime().titles().name().in(words),
                it.regime().code().equals(form.regime())))
        .toList();
  }

  private List<Option> answering(@Nullable UUID chosen) {
    var options = new LinkedHashMap<UUID, Option>();
    var all = new ArrayList<>(responsibles.all(Regime.Responsible.LEGAL_ENTITY));
    all.addAll(responsibles.all(Regime.Responsible.BODY));
    for (StatutoryClock.Responsible who : all) {
      options.put(who.id(), Option.of(who.id().toString(), who.name(), who.id().equals(chosen)));
    }
    return List.copyOf(options.values());
  }
}

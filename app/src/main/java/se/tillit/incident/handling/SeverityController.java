package se.tillit.incident.handling;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import se.tillit.classification.Model;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.incident.IncidentPermissions;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Stale;
import se.tillit.web.Flash;
import se.tillit.web.Option;
import se.tillit.web.Page;
import se.tillit.web.Problems;

/// How grave a case is, category by category.
@Controller
class SeverityController {

  private final CaseReading reading;
  private final Severity severity;

  SeverityController(CaseReading reading, Severity severity) {
    this.reading = reading;
    this.severity = severity;
  }

  @Requires(IncidentPermissions.HANDLE)
  @GetMapping("/{tenant}/incidents/{id}/severity")
  ModelAndView edit(Viewer viewer, @ModelAttribute("page") Page page, @PathVariable UUID id) {
    Incident incident = reading.handled(viewer, id);
    var levels = new LinkedHashMap<String, String>();
    severity
        .consequences(id)
        .forEach((category, level) -> levels.put(category, String.valueOf(level)));
    var form =
        new SeverityForm(levels, decidedOf(incident, levels), incident.judged().severityMotive());
    return form(viewer, page, incident, form, Problems.NONE, HttpStatus.OK);
  }

  @Requires(IncidentPermissions.HANDLE)
  @PostMapping("/{tenant}/incidents/{id}/severity")
  ModelAndView update(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @RequestParam Map<String, String> parameters,
      RedirectAttributes redirect) {
    SeverityForm form = SeverityForm.of(parameters);
    try {
      severity.judge(viewer, id, CaseController.versionOf(parameters), form.judgement());
      redirect.addFlashAttribute("flash", Flash.done(page.t("incident.saved")));
      return new ModelAndView("redirect:" + CasePages.home(viewer, id));
    } catch (Refused refused) {
      Problems problems = CaseController.problems(page, refused, "motive");
      Incident now = reading.handled(viewer, id);
      return form(viewer, page, now, form, problems, HttpStatus.UNPROCESSABLE_CONTENT);
    } catch (Stale stale) {
      Incident now = reading.handled(viewer, id);
      return form(viewer, page, now, form, Problems.NONE, HttpStatus.CONFLICT);
    }
  }

  private ModelAndView form(
      Viewer viewer,
      Page page,
      Incident incident,
      SeverityForm form,
      Problems problems,
      HttpStatus status) {
    Model model = severity.model();
    return new ModelAndView("incident/severity", status)
        .addObject(
            "page",
            page.titled(page.t("incident.part.severity"))
                .under(CasePages.crumb(viewer, page), CasePages.crumb(viewer, incident)))
        .addObject("incident", incident)
        .addObject("form", form)
        .addObject("categories", categories(model, form))
        .addObject("levels", levels(model, form.decided()))
        .addObject("problems", problems)
        .addObject("conflict", status == HttpStatus.CONFLICT)
        .addObject("home", CasePages.home(viewer, incident.id()));
  }

  private static List<SeverityCategory> categories(Model model, SeverityForm form) {
    return model.categories().stream()
        .map(category -> {
          String chosen = form.levels().get(category.key());
          List<Option> levels =
              model.levels().stream().map(level -> level(model, category, level, chosen)).toList();
          return new SeverityCategory(category.key(), category.name(), levels);
        })
        .toList();
  }

  private static Option level(
      Model model, Model.Category category, Model.Level level, @Nullable String chosen) {
    String value = String.valueOf(level.number());
    Option option = Option.of(value, level.label(), value.equals(chosen));
    String means = model.criterion(category.key(), level.number());
    return means.isBlank() ? option : option.with(means);
  }

  private static List<Option> levels(Model model, String chosen) {
    return model.levels().stream()
        .map(it -> {
          String value = String.valueOf(it.number());
          return Option.of(value, it.label(), value.equals(chosen));
        })
        .toList();
  }

  /// Chosen by itself only when it is another than the worst.
  private static String decidedOf(Incident incident, Map<String, String> levels) {
    Integer level = incident.judged().severity();
    int worst = levels.values().stream().mapToInt(Integer::parseInt).max().orElse(-1);
    return level == null || level == worst ? "" : String.valueOf(level);
  }
}

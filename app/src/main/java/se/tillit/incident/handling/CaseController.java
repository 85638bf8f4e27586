package se.tillit.incident.handling;

import java.util.ArrayList;
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
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.incident.IncidentPermissions;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Stale;
import se.tillit.web.Fact;
import se.tillit.web.FieldProblem;
import se.tillit.web.Flash;
import se.tillit.web.Page;
import se.tillit.web.Problems;

/// A case: its page, and the parts of it that are written one at a time.
@Controller
class CaseController {

  private final CaseReading reading;
  private final CaseRegister register;
  private final CasePages pages;
  private final FieldChoices choices;

  CaseController(
      CaseReading reading, CaseRegister register, CasePages pages, FieldChoices choices) {
    this.reading = reading;
    this.register = register;
    this.pages = pages;
    this.choices = choices;
  }

  @Requires(IncidentPermissions.READ)
  @GetMapping("/{tenant}/incidents/{id}")
  ModelAndView show(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String find) {
    return pages.shown(viewer, page, reading.open(viewer, id), find, HttpStatus.OK);
  }

  @Requires(IncidentPermissions.HANDLE)
  @GetMapping("/{tenant}/incidents/{id}/{part:assessment|course|outcome}")
  ModelAndView edit(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @PathVariable String part) {
    Incident incident = reading.handled(viewer, id);
    var form = new PartForm(CaseField.Part.of(part), TypedFields.of(incident), incident, List.of());
    return form(viewer, page, form, Problems.NONE, HttpStatus.OK);
  }

  @Requires(IncidentPermissions.HANDLE)
  @PostMapping("/{tenant}/incidents/{id}/{part:assessment|course|outcome}")
  ModelAndView update(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @PathVariable String part,
      @RequestParam Map<String, String> parameters,
      RedirectAttributes redirect) {
    CaseField.Part wanted = CaseField.Part.of(part);
    TypedFields typed = TypedFields.of(parameters, wanted);
    try {
      register.amend(viewer, id, versionOf(parameters), typed);
      if (!reading.sees(viewer, id)) {
        redirect.addFlashAttribute("flash", Flash.done(page.t("incident.handed-over")));
        return new ModelAndView("redirect:" + CasePages.base(viewer) + "/incidents");
      }
      redirect.addFlashAttribute("flash", Flash.done(page.t("incident.saved")));
      return new ModelAndView("redirect:" + CasePages.home(viewer, id));
    } catch (Refused refused) {
      Incident incident = reading.handled(viewer, id);
      var form = new PartForm(wanted, typed, incident, List.of());
      return form(
          viewer, page, form, problems(page, refused, part), HttpStatus.UNPROCESSABLE_CONTENT);
    } catch (Stale stale) {
      Incident now = reading.handled(viewer, id);
      var form = new PartForm(wanted, typed, now, differences(page, wanted, typed, now));
      return form(viewer, page, form, Problems.NONE, HttpStatus.CONFLICT);
    }
  }

  private ModelAndView form(
      Viewer viewer, Page page, PartForm form, Problems problems, HttpStatus status) {
    String title = page.t("incident.part." + form.part().key());
    return new ModelAndView("incident/part", status)
        .addObject(
            "page",
            page.titled(title)
                .under(CasePages.crumb(viewer, page), CasePages.crumb(viewer, form.incident())))
        .addObject("form", form)
        .addObject("fields", form.part().fields())
        .addObject("choices", choices.of(form.part(), form.typed(), page.words()))
        .addObject("problems", problems)
        .addObject("conflict", status == HttpStatus.CONFLICT)
        .addObject("home", CasePages.home(viewer, form.incident().id()));
  }

  /// What stands now where it differs from what was typed: shown beside it, so that nothing typed
  /// is lost and nothing written is overwritten unseen.
  private List<Fact> differences(Page page, CaseField.Part part, TypedFields typed, Incident now) {
    TypedFields standing = TypedFields.of(now);
    var differences = new ArrayList<Fact>();
    for (CaseField field : part.fields()) {
      String theirs = standing.text(field);
      if (typed.texts().containsKey(field) && !theirs.equals(typed.text(field).strip())) {
        differences.add(
            Fact.of(page.t(field.labelKey()), choices.said(field, theirs, page.words())));
      }
    }
    return differences;
  }

  static int versionOf(Map<String, String> parameters) {
    String version = parameters.getOrDefault("version", "");
    return version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1;
  }

  static Problems problems(Page page, Refused refused, String otherwise) {
    String field = refused.field() == null ? otherwise : refused.field();
    return new Problems(
        List.of(new FieldProblem(field, page.t(refused.messageKey(), refused.arguments()))));
  }
}

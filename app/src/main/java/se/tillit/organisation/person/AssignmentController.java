package se.tillit.organisation.person;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import se.tillit.kernel.Refused;
import se.tillit.kernel.Sweden;
import se.tillit.web.Flash;
import se.tillit.web.Page;
import se.tillit.web.Problems;

/// What one person does, where and from when to when.
@Controller
class AssignmentController {

  private final PersonForms forms;
  private final Staffing staffing;
  private final Clock clock;

  AssignmentController(PersonForms forms, Staffing staffing, Clock clock) {
    this.forms = forms;
    this.staffing = staffing;
    this.clock = clock;
  }

  @Requires("organisation.people-write")
  @GetMapping("/{tenant}/people/{id}/assignments/new")
  ModelAndView form(Viewer viewer, @PathVariable UUID id, @ModelAttribute("page") Page page) {
    PersonFacts person = staffing.seen(viewer, id);
    AssignmentForm blank = AssignmentForm.blank(null, null, Sweden.today(clock));
    return forms.assignment(viewer, page, person, null, blank, Problems.NONE);
  }

  @Requires("organisation.people-write")
  @PostMapping("/{tenant}/people/{id}/assignments")
  ModelAndView create(
      Viewer viewer,
      @PathVariable UUID id,
      AssignmentForm doing,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    PersonFacts person = staffing.seen(viewer, id);
    try {
      staffing.assign(viewer, id, doing);
      redirect.addFlashAttribute("flash", Flash.done(page.t("organisation.assignment.given")));
      return new ModelAndView("redirect:" + PersonController.home(viewer) + "/" + id);
    } catch (Refused refused) {
      Problems problems = PersonForms.problems(page, refused, "kind");
      return forms.assignment(viewer, page, person, null, doing, problems);
    }
  }

  @Requires("organisation.people-write")
  @GetMapping("/{tenant}/people/{id}/assignments/{assignment}/edit")
  ModelAndView edit(
      Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID assignment,
      @ModelAttribute("page") Page page) {
    PersonFacts person = staffing.seen(viewer, id);
    AssignmentRow row = staffing.row(id, assignment);
    return forms.assignment(viewer, page, person, row, AssignmentForm.of(row), Problems.NONE);
  }

  @Requires("organisation.people-write")
  @PostMapping("/{tenant}/people/{id}/assignments/{assignment}")
  ModelAndView update(
      Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID assignment,
      AssignmentForm doing,
      @RequestParam @Nullable Integer version,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    PersonFacts person = staffing.seen(viewer, id);
    AssignmentRow row = staffing.row(id, assignment);
    try {
      staffing.reassign(viewer, id, assignment, version == null ? row.version() : version, doing);
      redirect.addFlashAttribute("flash", Flash.done(page.t("organisation.assignment.changed")));
      return new ModelAndView("redirect:" + PersonController.home(viewer) + "/" + id);
    } catch (Refused refused) {
      Problems problems = PersonForms.problems(page, refused, "kind");
      return forms.assignment(viewer, page, person, row, doing, problems);
    }
  }

  @Requires("organisation.people-write")
  @PostMapping("/{tenant}/people/{id}/assignments/{assignment}/end")
  String delete(
      Viewer viewer,
      @PathVariable UUID id,
      @PathVariable UUID assignment,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    staffing.end(viewer, id, assignment);
    redirect.addFlashAttribute("flash", Flash.done(page.t("organisation.assignment.ended")));
    return "redirect:" + PersonController.home(viewer) + "/" + id;
  }
}

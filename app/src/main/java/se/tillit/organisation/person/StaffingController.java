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

/// One person by hand, together with what she does.
@Controller
class StaffingController {

  private final PersonForms forms;
  private final Staffing staffing;
  private final Clock clock;

  StaffingController(PersonForms forms, Staffing staffing, Clock clock) {
    this.forms = forms;
    this.staffing = staffing;
    this.clock = clock;
  }

  @Requires("organisation.people-write")
  @GetMapping("/{tenant}/people/new")
  ModelAndView form(
      Viewer viewer,
      @RequestParam @Nullable String kind,
      @RequestParam @Nullable String unit,
      @ModelAttribute("page") Page page) {
    AssignmentForm doing =
        AssignmentForm.blank(kind, forms.unitOr(viewer, unit), Sweden.today(clock));
    return forms.person(viewer, page, null, PersonForm.BLANK, doing, Problems.NONE);
  }

  @Requires("organisation.people-write")
  @PostMapping("/{tenant}/people")
  ModelAndView create(
      Viewer viewer,
      PersonForm person,
      AssignmentForm doing,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    try {
      UUID id = staffing.engage(viewer, person, doing);
      redirect.addFlashAttribute("flash", Flash.done(page.t("organisation.person.added")));
      return new ModelAndView("redirect:" + PersonController.home(viewer) + "/" + id);
    } catch (Refused refused) {
      Problems problems = PersonForms.problems(page, refused, "familyName");
      return forms.person(viewer, page, null, person, doing, problems);
    }
  }

  @Requires("organisation.people-write")
  @GetMapping("/{tenant}/people/{id}/edit")
  ModelAndView edit(Viewer viewer, @PathVariable UUID id, @ModelAttribute("page") Page page) {
    PersonFacts facts = staffing.seen(viewer, id);
    return forms.person(viewer, page, facts, PersonForm.of(facts), null, Problems.NONE);
  }

  @Requires("organisation.people-write")
  @PostMapping("/{tenant}/people/{id}")
  ModelAndView update(
      Viewer viewer,
      @PathVariable UUID id,
      PersonForm person,
      @RequestParam int version,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    PersonFacts facts = staffing.seen(viewer, id);
    try {
      staffing.change(viewer, id, version, person);
      redirect.addFlashAttribute("flash", Flash.done(page.t("organisation.person.changed")));
      return new ModelAndView("redirect:" + PersonController.home(viewer) + "/" + id);
    } catch (Refused refused) {
      Problems problems = PersonForms.problems(page, refused, "familyName");
      return forms.person(viewer, page, facts, person, null, problems);
    }
  }
}

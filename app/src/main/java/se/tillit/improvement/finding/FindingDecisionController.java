package se.tillit.improvement.finding;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.improvement.ImprovementPermissions;
import se.tillit.kernel.Refused;
import se.tillit.organisation.NamedPeople;
import se.tillit.web.Flash;
import se.tillit.web.Page;

/// What is decided about a finding, and that it is closed.
@Controller
class FindingDecisionController {

  private final FindingRegister register;
  private final FindingPages pages;
  private final NamedPeople people;

  FindingDecisionController(FindingRegister register, FindingPages pages, NamedPeople people) {
    this.register = register;
    this.pages = pages;
    this.people = people;
  }

  @Requires(ImprovementPermissions.DECIDE)
  @PostMapping("/{tenant}/findings/{id}/decision")
  ModelAndView decide(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      FindingForm.RulingForm form,
      RedirectAttributes redirect) {
    try {
      Finding finding = register.find(viewer, id);
      register.decide(
          viewer,
          id,
          form.read(),
          form.ruling(finding, people.meant(viewer, form.actionOwner(), "actionOwner")));
      return told(viewer, page, id, "improvement.finding.decision-saved", redirect);
    } catch (Refused refused) {
      return again(viewer, page, id, form, refused);
    }
  }

  @Requires(ImprovementPermissions.DECIDE)
  @PostMapping("/{tenant}/findings/{id}/closure")
  ModelAndView close(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      FindingForm.RulingForm form,
      RedirectAttributes redirect) {
    try {
      register.close(viewer, id, form.read(), FindingForm.plain(form.conclusion()));
      return told(viewer, page, id, "improvement.finding.closure-saved", redirect);
    } catch (Refused refused) {
      return again(viewer, page, id, form, refused);
    }
  }

  @Requires(ImprovementPermissions.DECIDE)
  @PostMapping("/{tenant}/findings/{id}/reopening")
  ModelAndView reopen(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      FindingForm.RulingForm form,
      RedirectAttributes redirect) {
    try {
      register.reopen(viewer, id, form.read());
      return told(viewer, page, id, "improvement.finding.reopened", redirect);
    } catch (Refused refused) {
      return again(viewer, page, id, form, refused);
    }
  }

  private static ModelAndView told(
      Viewer viewer, Page page, UUID id, String key, RedirectAttributes redirect) {
    redirect.addFlashAttribute("flash", Flash.done(page.t(key)));
    return new ModelAndView("redirect:/" + viewer.seat().tenantKey() + "/findings/" + id);
  }

  private ModelAndView again(
      Viewer viewer, Page page, UUID id, FindingForm.RulingForm form, Refused refused) {
    return pages
        .show(viewer, page, id, HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject("form", form)
        .addObject("problems", FindingPages.problem(page, refused));
  }
}

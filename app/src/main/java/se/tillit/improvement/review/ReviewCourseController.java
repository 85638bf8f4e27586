package se.tillit.improvement.review;

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
import se.tillit.kernel.Unknown;
import se.tillit.organisation.NamedPeople;
import se.tillit.web.Flash;
import se.tillit.web.Page;

/// What a review decides, and that its minutes are frozen.
@Controller
class ReviewCourseController {

  private static final String ONE = "/{tenant}/reviews/{id:[0-9a-f-]{36}}";

  private final ReviewRegister register;
  private final ReviewPages pages;
  private final NamedPeople people;

  ReviewCourseController(ReviewRegister register, ReviewPages pages, NamedPeople people) {
    this.register = register;
    this.pages = pages;
    this.people = people;
  }

  @Requires(ImprovementPermissions.REVIEW)
  @PostMapping(ONE + "/decisions")
  ModelAndView decide(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      DecisionForm form,
      RedirectAttributes redirect) {
    try {
      register.decide(
          viewer,
          id,
          ReviewForm.plain(form.text()),
          people.meant(viewer, form.owner(), "owner"),
          ReviewForm.day(form.due(), "due"));
      return told(viewer, page, id, "improvement.review.decided", redirect);
    } catch (Refused refused) {
      return again(viewer, page, id, refused).addObject("form", form);
    }
  }

  @Requires(ImprovementPermissions.REVIEW)
  @PostMapping(ONE + "/decisions/removal")
  ModelAndView withdraw(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      DecisionForm form,
      RedirectAttributes redirect) {
    UUID decision = ReviewForm.id(form.decision(), "decision", "improvement.action.record-unknown");
    if (decision == null) {
      throw new Unknown("decision", "");
    }
    try {
      register.withdraw(viewer, id, decision);
      return told(viewer, page, id, "improvement.review.withdrawn", redirect);
    } catch (Refused refused) {
      return again(viewer, page, id, refused);
    }
  }

  @Requires(ImprovementPermissions.REVIEW)
  @PostMapping(ONE + "/freeze")
  ModelAndView freeze(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      DecisionForm form,
      RedirectAttributes redirect) {
    try {
      register.freeze(viewer, id, form.version() == null ? -1 : form.version());
      return told(viewer, page, id, "improvement.review.frozen-now", redirect);
    } catch (Refused refused) {
      return again(viewer, page, id, refused);
    }
  }

  private static ModelAndView told(
      Viewer viewer, Page page, UUID id, String key, RedirectAttributes redirect) {
    redirect.addFlashAttribute("flash", Flash.done(page.t(key)));
    return new ModelAndView("redirect:" + ReviewPages.here(viewer) + "/" + id);
  }

  private ModelAndView again(Viewer viewer, Page page, UUID id, Refused refused) {
    return pages
        .show(viewer, page, id, HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject("problems", ReviewPages.problem(page, refused));
  }
}

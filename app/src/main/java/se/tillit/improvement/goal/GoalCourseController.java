package se.tillit.improvement.goal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import se.tillit.web.Flash;
import se.tillit.web.Page;

/// A goal's own figure, and how the goal ended.
@Controller
class GoalCourseController {

  private final GoalRegister register;
  private final GoalPages pages;

  GoalCourseController(GoalRegister register, GoalPages pages) {
    this.register = register;
    this.pages = pages;
  }

  /// What is typed about a goal's course.
  record CourseForm(
      @Nullable String day,
      @Nullable String value,
      @Nullable String note,
      @Nullable String state,
      @Nullable String conclusion,
      @Nullable Integer version) {}

  @Requires(ImprovementPermissions.SET_GOALS)
  @PostMapping("/{tenant}/goals/{id}/readings")
  ModelAndView read(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      CourseForm form,
      RedirectAttributes redirect) {
    try {
      register.read(
          viewer,
          id,
          GoalForm.day(form.day(), "day"),
          GoalForm.number(form.value(), "value"),
          GoalForm.plain(form.note()));
      redirect.addFlashAttribute("flash", Flash.done(page.t("improvement.goal.read")));
      return new ModelAndView("redirect:/" + viewer.seat().tenantKey() + "/goals/" + id);
    } catch (Refused refused) {
      return again(viewer, page, id, refused);
    }
  }

  @Requires(ImprovementPermissions.SET_GOALS)
  @PostMapping("/{tenant}/goals/{id}/conclusion")
  ModelAndView conclude(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      CourseForm form,
      RedirectAttributes redirect) {
    try {
      int version = form.version() == null ? -1 : form.version();
      String words = GoalForm.plain(form.conclusion());
      register.conclude(viewer, id, version, GoalForm.plain(form.state()), words);
      redirect.addFlashAttribute("flash", Flash.done(page.t("improvement.goal.concluded")));
      return new ModelAndView("redirect:/" + viewer.seat().tenantKey() + "/goals/" + id);
    } catch (Refused refused) {
      return again(viewer, page, id, refused);
    }
  }

  private ModelAndView again(Viewer viewer, Page page, UUID id, Refused refused) {
    return pages
        .show(viewer, page, id, HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject("problems", GoalPages.problem(page, refused));
  }
}

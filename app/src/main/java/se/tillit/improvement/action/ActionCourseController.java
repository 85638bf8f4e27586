package se.tillit.improvement.action;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.improvement.ImprovementPermissions;
import se.tillit.kernel.Refused;
import se.tillit.web.Flash;
import se.tillit.web.Page;

/// An action's last day, what stands in its way, and what it waits for.
@Controller
class ActionCourseController {

  private final ActionProgress progress;
  private final Dependencies dependencies;
  private final ActionPages pages;

  ActionCourseController(ActionProgress progress, Dependencies dependencies, ActionPages pages) {
    this.progress = progress;
    this.dependencies = dependencies;
    this.pages = pages;
  }

  @Requires(ImprovementPermissions.PROGRESS)
  @PostMapping("/{tenant}/actions/{id}/due")
  ModelAndView postpone(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      CourseForm form,
      RedirectAttributes redirect) {
    return attempt(
        viewer,
        page,
        id,
        form,
        redirect,
        "improvement.action.postponed",
        () -> {
          LocalDate due = ActionForm.day(form.due());
          if (due == null && !ActionForm.plain(form.due()).isEmpty()) {
            throw new Refused("improvement.action.day-malformed").at("due");
          }
          progress.postpone(viewer, id, form.read(), due, ActionForm.plain(form.reason()));
        });
  }

  @Requires(ImprovementPermissions.PROGRESS)
  @PostMapping("/{tenant}/actions/{id}/hindrance")
  ModelAndView hinder(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      CourseForm form,
      RedirectAttributes redirect) {
    return attempt(
        viewer,
        page,
        id,
        form,
        redirect,
        "improvement.action.hindered",
        () -> progress.hinder(viewer, id, form.read(), ActionForm.plain(form.because())));
  }

  @Requires(ImprovementPermissions.PROGRESS)
  @PostMapping("/{tenant}/actions/{id}/dependencies")
  ModelAndView add(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      CourseForm form,
      RedirectAttributes redirect) {
    return attempt(
        viewer,
        page,
        id,
        form,
        redirect,
        "improvement.dependency.added",
        () -> dependencies.add(viewer, id, named(form.blocker())));
  }

  @Requires(ImprovementPermissions.PROGRESS)
  @PostMapping("/{tenant}/actions/{id}/dependencies/removal")
  String remove(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String blocker,
      RedirectAttributes redirect) {
    dependencies.remove(viewer, id, named(blocker));
    redirect.addFlashAttribute("flash", Flash.done(page.t("improvement.dependency.removed")));
    return "redirect:" + here(viewer, id);
  }

  private ModelAndView attempt(
      Viewer viewer,
      Page page,
      UUID id,
      CourseForm form,
      RedirectAttributes redirect,
      String done,
      Runnable work) {
    try {
      work.run();
      redirect.addFlashAttribute("flash", Flash.done(page.t(done)));
      return new ModelAndView("redirect:" + here(viewer, id));
    } catch (Refused refused) {
      return pages
          .show(viewer, page, id, HttpStatus.UNPROCESSABLE_CONTENT)
          .addObject("course", form)
          .addObject("problems", ActionController.problem(page, refused));
    }
  }

  /// An action by its id or by the address of its page.
  private static UUID named(@Nullable String blocker) {
    String text = ActionForm.plain(blocker);
    int slash = text.lastIndexOf('/');
    try {
      return UUID.fromString(text.substring(slash + 1));
    } catch (IllegalArgumentException e) {
      throw new Refused("improvement.dependency.unknown").at("blocker");
    }
  }

  private static String here(Viewer viewer, UUID id) {
    return "/" + viewer.seat().tenantKey() + "/actions/" + id;
  }
}

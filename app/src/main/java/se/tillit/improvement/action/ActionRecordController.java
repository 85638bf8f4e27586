package se.tillit.improvement.action;

import java.time.LocalDate;
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
import se.tillit.deadline.ReturnTo;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.improvement.ImprovementPermissions;
import se.tillit.kernel.Refused;
import se.tillit.web.Flash;
import se.tillit.web.Page;

/// How an action is carried forward: its state, its completion in one press, and what is said about
/// it.
@Controller
class ActionRecordController {

  private final ActionRegister register;
  private final ActionProgress progress;
  private final ActionPages pages;

  ActionRecordController(ActionRegister register, ActionProgress progress, ActionPages pages) {
    this.register = register;
    this.progress = progress;
    this.pages = pages;
  }

  /// A move as chosen.
  record MoveForm(
      @Nullable String state,
      @Nullable String text,
      @Nullable String evidence,
      @Nullable String recheck,
      @Nullable Integer version) {

    ActionProgress.Wish wish() {
      LocalDate day = ActionForm.day(recheck);
      if (day == null && !ActionForm.plain(recheck).isEmpty()) {
        throw new Refused("improvement.action.day-malformed").at("recheck");
      }
      return new ActionProgress.Wish(
          ActionState.of(ActionForm.plain(state)),
          ActionForm.plain(text),
          ActionForm.plain(evidence),
          day);
    }
  }

  @Requires(ImprovementPermissions.READ)
  @GetMapping("/{tenant}/actions/{id}")
  ModelAndView show(Viewer viewer, @ModelAttribute("page") Page page, @PathVariable UUID id) {
    return pages.show(viewer, page, id, HttpStatus.OK);
  }

  @Requires(ImprovementPermissions.PROGRESS)
  @PostMapping("/{tenant}/actions/{id}/state")
  ModelAndView move(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      MoveForm form,
      RedirectAttributes redirect) {
    try {
      int version = form.version() == null ? -1 : form.version();
      progress.move(viewer, id, version, form.wish());
      redirect.addFlashAttribute("flash", Flash.done(page.t("improvement.action.moved")));
      return new ModelAndView("redirect:/" + viewer.seat().tenantKey() + "/actions/" + id);
    } catch (Refused refused) {
      return pages
          .show(viewer, page, id, HttpStatus.UNPROCESSABLE_CONTENT)
          .addObject("text", ActionForm.plain(form.text()))
          .addObject("chosen", ActionForm.plain(form.state()))
          .addObject("evidence", ActionForm.plain(form.evidence()))
          .addObject("recheck", ActionForm.plain(form.recheck()))
          .addObject("problems", ActionController.problem(page, refused));
    }
  }

  @Requires(ImprovementPermissions.PROGRESS)
  @PostMapping("/{tenant}/actions/{id}/completion")
  String complete(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @RequestParam @Nullable String returnTo,
      RedirectAttributes redirect) {
    Action action = register.find(viewer, id);
    progress.move(
        viewer, id, action.version(), new ActionProgress.Wish(ActionState.DONE, "", "", null));
    redirect.addFlashAttribute(
        "flash", Flash.done(page.t("improvement.action.completed", action.title())));
    return ReturnTo.redirect(returnTo, "/" + viewer.seat().tenantKey() + "/actions/" + id);
  }

  @Requires(ImprovementPermissions.PROGRESS)
  @PostMapping("/{tenant}/actions/{id}/notes")
  String note(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String text,
      RedirectAttributes redirect) {
    try {
      progress.note(viewer, id, text);
      redirect.addFlashAttribute("flash", Flash.done(page.t("improvement.action.noted")));
    } catch (Refused refused) {
      redirect.addFlashAttribute(
          "flash", Flash.warning(page.t(refused.messageKey(), refused.arguments())));
    }
    return "redirect:/" + viewer.seat().tenantKey() + "/actions/" + id;
  }
}

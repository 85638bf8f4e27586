package se.tillit.improvement.action;

import java.time.Clock;
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
import se.tillit.kernel.Sweden;
import se.tillit.web.Due;
import se.tillit.web.Flash;
import se.tillit.web.Page;

/// How an action is carried forward: its state, its completion in one press, and what is said about
/// it.
@Controller
class ActionRecordController {

  private final ActionRegister register;
  private final Clock clock;

  ActionRecordController(ActionRegister register, Clock clock) {
    this.register = register;
    this.clock = clock;
  }

  /// A move as chosen.
  record MoveForm(@Nullable String state, @Nullable String text, @Nullable Integer version) {}

  @Requires(ImprovementPermissions.READ)
  @GetMapping("/{tenant}/actions/{id}")
  ModelAndView show(Viewer viewer, @ModelAttribute("page") Page page, @PathVariable UUID id) {
    return shown(viewer, page, id, HttpStatus.OK);
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
      ActionState to = ActionState.of(ActionForm.plain(form.state()));
      int version = form.version() == null ? -1 : form.version();
      register.move(viewer, id, version, to, ActionForm.plain(form.text()));
      redirect.addFlashAttribute("flash", Flash.done(page.t("improvement.action.moved")));
      return new ModelAndView("redirect:/" + viewer.seat().tenantKey() + "/actions/" + id);
    } catch (Refused refused) {
      return shown(viewer, page, id, HttpStatus.UNPROCESSABLE_CONTENT)
          .addObject("text", ActionForm.plain(form.text()))
          .addObject("chosen", ActionForm.plain(form.state()))
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
    register.move(viewer, id, action.version(), ActionState.DONE, "");
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
      register.note(viewer, id, text);
      redirect.addFlashAttribute("flash", Flash.done(page.t("improvement.action.noted")));
    } catch (Refused refused) {
      redirect.addFlashAttribute(
          "flash", Flash.warning(page.t(refused.messageKey(), refused.arguments())));
    }
    return "redirect:/" + viewer.seat().tenantKey() + "/actions/" + id;
  }

  private ModelAndView shown(Viewer viewer, Page page, UUID id, HttpStatus status) {
    var shown =
        new ShownAction(
            page.words(),
            register.find(viewer, id),
            register.log(viewer, id),
            "/" + viewer.seat().tenantKey());
    return new ModelAndView("improvement/show", status)
        .addObject("page", page.titled(shown.title()).under(ActionController.crumb(viewer, page)))
        .addObject("action", shown)
        .addObject("due", Due.of(shown.due(), Sweden.today(clock)))
        .addObject("mayWrite", register.mayWrite(viewer, shown.action()))
        .addObject("mayProgress", register.mayProgress(viewer, shown.action()));
  }
}

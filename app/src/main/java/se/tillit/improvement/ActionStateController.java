package se.tillit.improvement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tillit.deadline.ReturnTo;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Refused;
import se.tillit.web.Flash;
import se.tillit.web.Page;

/// How an action is carried forward: its state, its completion in one press, and what is said about
/// it.
@Controller
class ActionStateController {

  private final ActionRegister register;

  ActionStateController(ActionRegister register) {
    this.register = register;
  }

  @Requires(ImprovementPermissions.PROGRESS)
  @PostMapping("/{tenant}/actions/{id}/state")
  String move(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String text,
      @RequestParam int version,
      RedirectAttributes redirect) {
    String here = "/" + viewer.seat().tenantKey() + "/actions/" + id;
    try {
      register.move(viewer, id, version, ActionState.of(state), text);
      redirect.addFlashAttribute("flash", Flash.done(page.t("improvement.action.moved")));
    } catch (Refused refused) {
      redirect.addFlashAttribute("text", text);
      redirect.addFlashAttribute("chosen", state);
      redirect.addFlashAttribute("problems", ActionController.problem(page, refused));
    }
    return "redirect:" + here;
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
}

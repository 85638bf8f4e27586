package se.tillit.identity.role;

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
import se.tillit.kernel.Refused;
import se.tillit.web.Flash;
import se.tillit.web.Page;

/// Gives a role of the tenant's own to somebody, and takes it back.
@Controller
class HolderController {

  private final OwnRoles roles;
  private final RolePages pages;

  HolderController(OwnRoles roles, RolePages pages) {
    this.roles = roles;
    this.pages = pages;
  }

  @Requires("identity.role.administer")
  @PostMapping("/{tenant}/own-roles/{role:[0-9a-f-]{36}}/holders")
  ModelAndView create(
      Viewer viewer,
      @PathVariable UUID role,
      HolderForm form,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    try {
      roles.give(viewer, role, form);
      redirect.addFlashAttribute("flash", Flash.done(page.t("identity.role.given")));
      return new ModelAndView(back(viewer, role));
    } catch (Refused refused) {
      var problems = RolePages.problems(page, refused, "login");
      var model = pages.show(viewer, page, role, RoleForm.of(roles.one(role)), form, problems);
      return new ModelAndView("identity/role", model, HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  @Requires("identity.role.administer")
  @PostMapping("/{tenant}/own-roles/{role:[0-9a-f-]{36}}/holders/{id:[0-9a-f-]{36}}/ending")
  String delete(
      Viewer viewer,
      @PathVariable UUID role,
      @PathVariable UUID id,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    roles.take(viewer, role, id);
    redirect.addFlashAttribute("flash", Flash.done(page.t("identity.role.taken")));
    return back(viewer, role);
  }

  private static String back(Viewer viewer, UUID role) {
    return "redirect:" + RolePages.base(viewer) + "/" + role;
  }
}

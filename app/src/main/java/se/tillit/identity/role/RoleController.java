package se.tillit.identity.role;

import java.util.List;
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
import se.tillit.identity.Requires;
import se.tillit.identity.Role;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Unknown;
import se.tillit.web.Flash;
import se.tillit.web.Page;
import se.tillit.web.Problems;

/// A tenant's own roles as pages: list, make (from nothing or from a shipped one), change, remove.
@Controller
class RoleController {

  private final OwnRoles roles;
  private final RolePages pages;

  RoleController(OwnRoles roles, RolePages pages) {
    this.roles = roles;
    this.pages = pages;
  }

  @Requires("identity.role.administer")
  @GetMapping("/{tenant}/own-roles")
  ModelAndView list(Viewer viewer, @ModelAttribute("page") Page page) {
    return new ModelAndView("identity/roles", pages.list(viewer, page));
  }

  /// @param copy the shipped role that the new one begins as
  @Requires("identity.role.administer")
  @GetMapping("/{tenant}/own-roles/new")
  ModelAndView form(
      Viewer viewer,
      @RequestParam(required = false) @Nullable String copy,
      @ModelAttribute("page") Page page) {
    var form = copy == null || copy.isBlank() ? RoleForm.EMPTY : copyOf(viewer, page, copy);
    return new ModelAndView("identity/newrole", pages.form(viewer, page, form, Problems.NONE));
  }

  @Requires("identity.role.administer")
  @PostMapping("/{tenant}/own-roles")
  ModelAndView create(
      Viewer viewer,
      RoleForm form,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    try {
      UUID id = roles.make(viewer, form);
      redirect.addFlashAttribute("flash", Flash.done(page.t("identity.role.made")));
      return new ModelAndView("redirect:" + RolePages.base(viewer) + "/" + id);
    } catch (Refused refused) {
      var model = pages.form(viewer, page, form, RolePages.problems(page, refused, "name"));
      return new ModelAndView("identity/newrole", model, HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  @Requires("identity.role.administer")
  @GetMapping("/{tenant}/own-roles/{id:[0-9a-f-]{36}}")
  ModelAndView show(Viewer viewer, @PathVariable UUID id, @ModelAttribute("page") Page page) {
    var form = RoleForm.of(roles.one(id));
    var model = pages.show(viewer, page, id, form, HolderForm.EMPTY, Problems.NONE);
    return new ModelAndView("identity/role", model);
  }

  @Requires("identity.role.administer")
  @PostMapping("/{tenant}/own-roles/{id:[0-9a-f-]{36}}")
  ModelAndView update(
      Viewer viewer,
      @PathVariable UUID id,
      RoleForm form,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    try {
      roles.change(viewer, id, form);
      redirect.addFlashAttribute("flash", Flash.done(page.t("identity.role.changed")));
      return new ModelAndView("redirect:" + RolePages.base(viewer) + "/" + id);
    } catch (Refused refused) {
      var problems = RolePages.problems(page, refused, "name");
      var model = pages.show(viewer, page, id, form, HolderForm.EMPTY, problems);
      return new ModelAndView("identity/role", model, HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  @Requires("identity.role.administer")
  @PostMapping("/{tenant}/own-roles/{id:[0-9a-f-]{36}}/removal")
  String remove(
      Viewer viewer,
      @PathVariable UUID id,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    roles.remove(viewer, id);
    redirect.addFlashAttribute("flash", Flash.done(page.t("identity.role.removed")));
    return "redirect:" + RolePages.base(viewer);
  }

  private static RoleForm copyOf(Viewer viewer, Page page, String copy) {
    Role shipped = Role.of(copy).orElseThrow(() -> new Unknown("role", copy));
    String name = page.t("identity.role.copy-of", page.t("identity.role." + shipped.key()));
    List<String> permissions = OwnRoles.permissionsOf(viewer, shipped);
    return new RoleForm(name, permissions, 0);
  }
}

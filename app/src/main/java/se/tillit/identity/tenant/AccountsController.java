package se.tillit.identity.tenant;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import se.tillit.identity.Viewer;
import se.tillit.web.Crumb;
import se.tillit.web.Cursor;
import se.tillit.web.Flash;
import se.tillit.web.Page;

/// Who may enter the tenant: invite, close, open and unlock.
@Controller
class AccountsController {

  private final TenantAccounts accounts;
  private final Invitations invitations;

  AccountsController(TenantAccounts accounts, Invitations invitations) {
    this.accounts = accounts;
    this.invitations = invitations;
  }

  @Requires(value = "identity.account.administer", everywhere = true)
  @GetMapping("/{tenant}/accounts")
  ModelAndView list(
      Viewer viewer,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable String after,
      @ModelAttribute("page") Page page) {
    Cursor from = after == null || after.isBlank() ? null : Cursor.parse(after);
    var found = accounts.list(viewer, q, from, TenantAccounts.PAGE + 1);
    boolean more = found.size() > TenantAccounts.PAGE;
    var shown = more ? found.subList(0, TenantAccounts.PAGE) : found;
    return new ModelAndView("identity/accounts")
        .addObject("page", page.titled(page.t("identity.accounts.title")))
        .addObject("base", base(viewer))
        .addObject("q", q)
        .addObject("accounts", shown)
        .addObject("next", more ? shown.getLast().cursor() : "");
  }

  @Requires(value = "identity.account.administer", everywhere = true)
  @GetMapping("/{tenant}/accounts/invitations")
  ModelAndView form(
      Viewer viewer, @RequestParam(defaultValue = "") String q, @ModelAttribute("page") Page page) {
    return new ModelAndView("identity/invite", inviting(viewer, page, q));
  }

  @Requires(value = "identity.account.administer", everywhere = true)
  @PostMapping("/{tenant}/accounts/invitations")
  ModelAndView invite(Viewer viewer, @RequestParam UUID person, @ModelAttribute("page") Page page) {
    var sent = invitations.invite(person, page.words());
    var model = inviting(viewer, page, "");
    model.put("sent", List.of(sent));
    return new ModelAndView("identity/invite", model, HttpStatus.CREATED);
  }

  @Requires(value = "identity.account.administer", everywhere = true)
  @PostMapping("/{tenant}/accounts/{id}/closing")
  String close(
      Viewer viewer,
      @PathVariable UUID id,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    accounts.close(viewer, id);
    return back(viewer, page, redirect, "identity.accounts.closed");
  }

  @Requires(value = "identity.account.administer", everywhere = true)
  @PostMapping("/{tenant}/accounts/{id}/opening")
  String open(
      Viewer viewer,
      @PathVariable UUID id,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    accounts.open(viewer, id);
    return back(viewer, page, redirect, "identity.accounts.opened");
  }

  @Requires(value = "identity.account.administer", everywhere = true)
  @PostMapping("/{tenant}/accounts/{id}/unlocking")
  String unlock(
      Viewer viewer,
      @PathVariable UUID id,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    accounts.unlock(viewer, id);
    return back(viewer, page, redirect, "identity.accounts.unlocked");
  }

  private Map<String, Object> inviting(Viewer viewer, Page page, String q) {
    var model = new HashMap<String, Object>();
    var crumb = new Crumb(page.t("identity.accounts.title"), base(viewer));
    model.put("page", page.titled(page.t("identity.invite.title")).under(crumb));
    model.put("base", base(viewer));
    model.put("q", q);
    model.put("people", invitations.search(q));
    model.put("sent", List.of());
    return model;
  }

  private static String back(
      Viewer viewer, Page page, RedirectAttributes redirect, String messageKey) {
    redirect.addFlashAttribute("flash", Flash.done(page.t(messageKey)));
    return "redirect:" + base(viewer);
  }

  private static String base(Viewer viewer) {
    return "/" + viewer.seat().tenantKey() + "/accounts";
  }
}

package se.tillit.identity.settings;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tillit.identity.SignedIn;
import se.tillit.identity.Viewer.Settings;
import se.tillit.identity.account.Accounts;
import se.tillit.kernel.Refused;
import se.tillit.web.FieldProblem;
import se.tillit.web.Flash;
import se.tillit.web.Page;
import se.tillit.web.Problems;

/// One's own account: how pages look, the password, and where one is signed in.
@Controller
class AccountController {

  private final AccountPages pages;
  private final Accounts accounts;
  private final Proof proof;
  private final OpenSessions sessions;

  AccountController(AccountPages pages, Accounts accounts, Proof proof, OpenSessions sessions) {
    this.pages = pages;
    this.accounts = accounts;
    this.proof = proof;
    this.sessions = sessions;
  }

  @SignedIn
  @GetMapping("/account")
  String show(
      Authentication who,
      @ModelAttribute("page") Page page,
      HttpServletRequest request,
      Model model) {
    model.addAllAttributes(pages.account(page, Owner.of(who), Problems.NONE, request));
    return "identity/account";
  }

  @SignedIn
  @PostMapping("/account/settings")
  String settings(
      Authentication who,
      @RequestParam String language,
      @RequestParam String colourScheme,
      @RequestParam String density,
      @RequestParam(defaultValue = "/account") String returnTo) {
    boolean known =
        Set.of("sv", "en").contains(language)
            && Set.of("auto", "light", "dark").contains(colourScheme)
            && Set.of("comfortable", "compact").contains(density);
    if (!known) {
      throw new Refused("identity.account.settings-unknown");
    }
    accounts.keepSettings(Owner.of(who), new Settings(language, colourScheme, density));
    boolean here = returnTo.startsWith("/") && !returnTo.matches("/[/\\\\].*");
    return "redirect:" + (here ? returnTo : "/account");
  }

  @SignedIn
  @PostMapping("/account/password")
  ModelAndView password(
      Authentication who,
      @RequestParam(defaultValue = "") String old,
      @RequestParam(defaultValue = "") String password,
      @ModelAttribute("page") Page page,
      HttpServletRequest request,
      RedirectAttributes redirect) {
    UUID id = Owner.of(who);
    try {
      proof.changePassword(id, old, password);
    } catch (Refused refused) {
      String field = refused.field() == null ? "password" : refused.field();
      var problem = new FieldProblem(field, page.t(refused.messageKey(), refused.arguments()));
      return new ModelAndView(
          "identity/account",
          pages.account(page, id, new Problems(List.of(problem)), request),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
    sessions.endOthers(id, request.getSession().getId());
    redirect.addFlashAttribute("flash", Flash.done(page.t("identity.password.changed")));
    return new ModelAndView("redirect:/account");
  }

  @SignedIn
  @PostMapping("/account/sessions/others/end")
  String endOthers(
      Authentication who,
      @ModelAttribute("page") Page page,
      HttpServletRequest request,
      RedirectAttributes redirect) {
    sessions.endOthers(Owner.of(who), request.getSession().getId());
    redirect.addFlashAttribute("flash", Flash.done(page.t("identity.sessions.ended")));
    return "redirect:/account";
  }

  @SignedIn
  @PostMapping("/account/sessions/{handle}/end")
  String end(
      Authentication who,
      @PathVariable String handle,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    sessions.end(Owner.of(who), handle);
    redirect.addFlashAttribute("flash", Flash.done(page.t("identity.sessions.ended")));
    return "redirect:/account";
  }
}

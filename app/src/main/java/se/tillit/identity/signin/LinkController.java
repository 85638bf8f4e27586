package se.tillit.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import se.tillit.identity.AccountPrincipal;
import se.tillit.identity.Public;
import se.tillit.identity.SignedIn;
import se.tillit.identity.account.Accounts;
import se.tillit.identity.account.Links;
import se.tillit.identity.account.SecondFactor;
import se.tillit.kernel.Refused;
import se.tillit.web.FieldProblem;
import se.tillit.web.Page;
import se.tillit.web.Problems;

/// One-time links: the first administrator, an invitation, a new password.
@Controller
class LinkController {

  private final Links links;
  private final LinkUse uses;
  private final Accounts accounts;
  private final SecondFactor factors;
  private final Entrance entrance;

  LinkController(
      Links links, LinkUse uses, Accounts accounts, SecondFactor factors, Entrance entrance) {
    this.links = links;
    this.uses = uses;
    this.accounts = accounts;
    this.factors = factors;
    this.entrance = entrance;
  }

  @Public(reason = "the link itself is the proof")
  @GetMapping("/sign-in/link/{word}")
  String open(@PathVariable String word, @Nullable Authentication who, Model model) {
    Links.Purpose purpose = links.open(word);
    var form =
        purpose instanceof Links.Invitation it
            ? new LinkForm(it.email(), it.name(), it.email(), "")
            : LinkForm.EMPTY;
    model.addAllAttributes(shown(word, purpose, form, who, Problems.NONE));
    return "identity/link";
  }

  @Public(reason = "the link itself is the proof")
  @PostMapping("/sign-in/link/{word}")
  ModelAndView use(
      @PathVariable String word,
      LinkForm form,
      @ModelAttribute("page") Page page,
      HttpServletRequest request,
      HttpServletResponse response) {
    Links.Purpose purpose = links.open(word);
    try {
      UUID account = uses.use(word, form);
      if (factors.isOn(account)) {
        // A letter proves her mailbox alone, and her second factor is there for the day it is read.
        HalfWay.begin(request, account, accounts.byId(account).orElseThrow().login());
        return new ModelAndView("redirect:/sign-in/code");
      }
      String start = purpose instanceof Links.Founding ? "/installation" : "/";
      return new ModelAndView(
          "redirect:" + entrance.admit(account, "link", start, request, response));
    } catch (Refused refused) {
      if (refused.field() == null) {
        throw refused;
      }
      var problem =
          new FieldProblem(refused.field(), page.t(refused.messageKey(), refused.arguments()));
      return new ModelAndView(
          "identity/link",
          shown(word, purpose, form, null, new Problems(List.of(problem))),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  /// Somebody who already has an account takes the invitation with it.
  @SignedIn
  @PostMapping("/sign-in/link/{word}/acceptance")
  String accept(@PathVariable String word, Authentication who) {
    if (!(who.getPrincipal() instanceof AccountPrincipal someone)) {
      throw new Refused("identity.link.gone");
    }
    return "redirect:/" + uses.accept(word, someone.account());
  }

  private Map<String, Object> shown(
      String word,
      Links.Purpose purpose,
      LinkForm form,
      @Nullable Authentication who,
      Problems problems) {
    String signedInAs =
        who != null && who.getPrincipal() instanceof AccountPrincipal someone
            ? accounts.byId(someone.account()).map(Accounts.Account::name).orElse("")
            : "";
    return Map.of(
        "word", word,
        "kind", kindOf(purpose),
        "tenant", uses.tenantOf(purpose),
        "form", form,
        "signedInAs", signedInAs,
        "problems", problems);
  }

  private static String kindOf(Links.Purpose purpose) {
    return switch (purpose) {
      case Links.Founding _ -> "founding";
      case Links.Invitation _ -> "invitation";
      case Links.Reset _ -> "reset";
    };
  }
}

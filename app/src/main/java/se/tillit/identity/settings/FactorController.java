package se.tillit.identity.settings;

import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tillit.identity.SignedIn;
import se.tillit.identity.account.SecondFactor;
import se.tillit.kernel.Refused;
import se.tillit.web.Crumb;
import se.tillit.web.FieldProblem;
import se.tillit.web.Flash;
import se.tillit.web.Page;
import se.tillit.web.Problems;

/// The second factor of one's own account. To take it away or renew its codes takes a code.
@Controller
class FactorController {

  private final SecondFactor factors;
  private final Proof proof;

  FactorController(SecondFactor factors, Proof proof) {
    this.factors = factors;
    this.proof = proof;
  }

  @SignedIn
  @GetMapping("/account/second-factor")
  String show(Authentication who, @ModelAttribute("page") Page page, Model model) {
    UUID id = Owner.of(who);
    model.addAttribute("page", named(page));
    model.addAttribute("problems", Problems.NONE);
    if (factors.isOn(id)) {
      model.addAttribute("codesLeft", factors.codesLeft(id));
      return "identity/factoron";
    }
    model.addAttribute("offer", factors.offer(id));
    return "identity/factor";
  }

  @SignedIn
  @PostMapping("/account/second-factor")
  ModelAndView confirm(
      Authentication who,
      @RequestParam(defaultValue = "") String code,
      @ModelAttribute("page") Page page) {
    UUID id = Owner.of(who);
    try {
      return codes(page, factors.confirm(id, code));
    } catch (Refused refused) {
      return new ModelAndView("identity/factor", HttpStatus.UNPROCESSABLE_CONTENT)
          .addObject("page", named(page))
          .addObject("offer", factors.offer(id))
          .addObject("problems", problems(page, refused));
    }
  }

  @SignedIn
  @PostMapping("/account/second-factor/codes")
  ModelAndView renew(
      Authentication who,
      @RequestParam(defaultValue = "") String code,
      @ModelAttribute("page") Page page) {
    UUID id = Owner.of(who);
    try {
      proof.demandCode(id, code);
    } catch (Refused refused) {
      return wrong(page, id, refused);
    }
    return codes(page, factors.renewCodes(id));
  }

  @SignedIn
  @PostMapping("/account/second-factor/removal")
  ModelAndView remove(
      Authentication who,
      @RequestParam(defaultValue = "") String code,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    UUID id = Owner.of(who);
    try {
      proof.demandCode(id, code);
    } catch (Refused refused) {
      return wrong(page, id, refused);
    }
    factors.remove(id);
    redirect.addFlashAttribute("flash", Flash.done(page.t("identity.factor.removed")));
    return new ModelAndView("redirect:/account");
  }

  private ModelAndView wrong(Page page, UUID id, Refused refused) {
    return new ModelAndView("identity/factoron", HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject("page", named(page))
        .addObject("codesLeft", factors.codesLeft(id))
        .addObject("problems", problems(page, refused));
  }

  private static ModelAndView codes(Page page, List<String> codes) {
    return new ModelAndView("identity/codes")
        .addObject("page", named(page).titled(page.t("identity.codes.title")))
        .addObject("codes", codes);
  }

  private static Problems problems(Page page, Refused refused) {
    return new Problems(List.of(new FieldProblem("code", page.t(refused.messageKey()))));
  }

  private static Page named(Page page) {
    return page.titled(page.t("identity.factor.title"))
        .under(new Crumb(page.t("identity.account.title"), "/account"));
  }
}

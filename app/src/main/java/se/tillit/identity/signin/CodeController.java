package se.tillit.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.tillit.identity.Public;
import se.tillit.identity.account.Failures;
import se.tillit.identity.account.SecondFactor;
import se.tillit.web.FieldProblem;
import se.tillit.web.Page;
import se.tillit.web.Problems;

/// The second step of signing in: the app's six digits, or a recovery code.
@Controller
class CodeController {

  private final SecondFactor factors;
  private final Turnstile turnstile;
  private final Failures failures;
  private final Entrance entrance;

  CodeController(SecondFactor factors, Turnstile turnstile, Failures failures, Entrance entrance) {
    this.factors = factors;
    this.turnstile = turnstile;
    this.failures = failures;
    this.entrance = entrance;
  }

  @Public(reason = "half way in: the password was right, the code is to come")
  @GetMapping("/sign-in/code")
  String form(HttpServletRequest request, Model model) {
    if (HalfWay.of(request).isEmpty()) {
      return "redirect:/sign-in";
    }
    model.addAttribute("problems", Problems.NONE);
    return "identity/code";
  }

  @Public(reason = "half way in: the password was right, the code is to come")
  @PostMapping("/sign-in/code")
  ModelAndView enter(
      @RequestParam(defaultValue = "") String code,
      @ModelAttribute("page") Page page,
      HttpServletRequest request,
      HttpServletResponse response) {
    HalfWay who = HalfWay.of(request).orElse(null);
    if (who == null || !turnstile.lets(who.login(), request.getRemoteAddr())) {
      return new ModelAndView("redirect:/sign-in?failed");
    }
    if (!factors.accepts(who.account(), code)) {
      var wrong = new FieldProblem("code", page.t("identity.factor.code-wrong"));
      var answer = new ModelAndView("identity/code", HttpStatus.UNPROCESSABLE_CONTENT);
      return answer.addObject("problems", new Problems(List.of(wrong)));
    }
    failures.succeed(who.login(), request.getRemoteAddr());
    String to = entrance.admit(who.account(), "password and code", "/", request, response);
    return new ModelAndView("redirect:" + to);
  }
}

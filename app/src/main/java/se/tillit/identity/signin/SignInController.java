package se.tillit.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.tillit.identity.AccountPrincipal;
import se.tillit.identity.Public;
import se.tillit.identity.account.Accounts;
import se.tillit.identity.account.Failures;
import se.tillit.identity.account.SecondFactor;
import se.tillit.identity.demo.DemoPersonas;
import se.tillit.identity.demo.Persona;
import se.tillit.kernel.Unknown;

/// The way in: sign-in page, password, and the invented people of a demo installation.
@Controller
class SignInController {

  private final SignInPages pages;
  private final DemoPersonas personas;
  private final Accounts accounts;
  private final SecondFactor factors;
  private final Turnstile turnstile;
  private final Failures failures;
  private final Entrance entrance;

  SignInController(
      SignInPages pages,
      DemoPersonas personas,
      Accounts accounts,
      SecondFactor factors,
      Turnstile turnstile,
      Failures failures,
      Entrance entrance) {
    this.pages = pages;
    this.personas = personas;
    this.accounts = accounts;
    this.factors = factors;
    this.turnstile = turnstile;
    this.failures = failures;
    this.entrance = entrance;
  }

  @Public(reason = "nobody is signed in yet")
  @GetMapping("/sign-in")
  String form(
      @Nullable Authentication who,
      Model model,
      @RequestParam(name = "signed-out", required = false) @Nullable String signedOut,
      @RequestParam(name = "failed", required = false) @Nullable String failed) {
    if (who != null && who.getPrincipal() instanceof AccountPrincipal) {
      return "redirect:/";
    }
    model.addAllAttributes(pages.signIn("", failed != null, signedOut != null));
    return "identity/signin";
  }

  /// Whatever is wrong, the answer is the same: it tells nobody which accounts there are.
  @Public(reason = "nobody is signed in yet")
  @PostMapping("/sign-in/password")
  ModelAndView password(
      @RequestParam(defaultValue = "") String login,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request,
      HttpServletResponse response) {
    String typed = login.strip().toLowerCase(Locale.ROOT);
    String address = request.getRemoteAddr();
    Optional<Accounts.Account> account =
        turnstile.lets(typed, address) ? accounts.withPassword(typed, password) : Optional.empty();
    if (account.isEmpty()) {
      return new ModelAndView(
          "identity/signin", pages.signIn(login, true, false), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    UUID id = account.get().id();
    if (factors.isOn(id)) {
      failures.takeBack(typed, address);
      HalfWay.begin(request, id, typed);
      return new ModelAndView("redirect:/sign-in/code");
    }
    failures.succeed(typed, address);
    return new ModelAndView("redirect:" + entrance.admit(id, "password", "/", request, response));
  }

  @Public(reason = "the invented people of a demo installation")
  @PostMapping("/sign-in/demo")
  String become(
      @RequestParam UUID account,
      @RequestParam String tenant,
      HttpServletRequest request,
      HttpServletResponse response) {
    Persona persona =
        personas.one(account, tenant).orElseThrow(() -> new Unknown("persona", account));
    return "redirect:"
        + entrance.admit(persona.account(), "demo", "/" + persona.tenantKey(), request, response);
  }
}

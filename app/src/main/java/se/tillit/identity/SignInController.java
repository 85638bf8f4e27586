package se.tillit.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.tillit.kernel.Unknown;

/// The way in: sign-in page, demo personas, and the choice of municipality.
@Controller
class SignInController {

  private final DemoPersonas personas;
  private final SeatStore seats;
  private final HttpSessionSecurityContextRepository contexts =
      new HttpSessionSecurityContextRepository();

  SignInController(DemoPersonas personas, SeatStore seats) {
    this.personas = personas;
    this.seats = seats;
  }

  @Public(reason = "nobody is signed in yet")
  @GetMapping("/sign-in")
  String form(
      Model model,
      @RequestParam(name = "failed", required = false) @Nullable String failed,
      @RequestParam(name = "signed-out", required = false) @Nullable String signedOut) {
    model.addAttribute("personas", personas.all());
    model.addAttribute("failed", failed != null);
    model.addAttribute("signedOut", signedOut != null);
    return "identity/signin";
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
    request.getSession(true);
    request.changeSessionId();
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(
            new AccountPrincipal(persona.account()), null, List.of()));
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
    return "redirect:/" + persona.tenantKey();
  }

  @SignedIn
  @GetMapping("/")
  String start(Authentication who, Model model) {
    List<Viewer.Door> doors =
        who.getPrincipal() instanceof AccountPrincipal someone
            ? seats.doorsOf(someone.account())
            : List.of();
    if (doors.size() == 1) {
      return "redirect:/" + doors.getFirst().tenantKey();
    }
    model.addAttribute("doors", doors);
    return "identity/start";
  }
}

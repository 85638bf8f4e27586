package se.tillit.identity.signin;

import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.tillit.identity.Public;
import se.tillit.identity.account.Accounts;
import se.tillit.identity.account.Failures;
import se.tillit.identity.account.LinkMail;
import se.tillit.identity.account.Links;
import se.tillit.web.Page;

/// A forgotten password: a link by e-mail, or whom to ask where no e-mail is set up. The answer
/// never tells whether there is such an account.
@Controller
class ForgottenController {

  private final Accounts accounts;
  private final Links links;
  private final LinkMail mail;
  private final Failures failures;

  ForgottenController(Accounts accounts, Links links, LinkMail mail, Failures failures) {
    this.accounts = accounts;
    this.links = links;
    this.mail = mail;
    this.failures = failures;
  }

  @Public(reason = "nobody is signed in yet")
  @GetMapping("/sign-in/forgotten")
  String form(Model model) {
    model.addAttribute("mail", mail.isSetUp());
    model.addAttribute("sent", false);
    return "identity/forgotten";
  }

  @Public(reason = "nobody is signed in yet")
  @PostMapping("/sign-in/forgotten")
  String send(
      @RequestParam(defaultValue = "") String login,
      @ModelAttribute("page") Page page,
      Model model) {
    if (mail.isSetUp() && failures.mayTry("forgotten " + login)) {
      Optional<Accounts.Account> account = accounts.byLogin(login);
      account
          .filter(it -> !it.email().isBlank())
          .ifPresent(it ->
              mail.send(
                  page.words(),
                  "reset",
                  it.email(),
                  links.issue(new Links.Reset(it.id())),
                  it.name()));
    }
    model.addAttribute("mail", mail.isSetUp());
    model.addAttribute("sent", true);
    return "identity/forgotten";
  }
}

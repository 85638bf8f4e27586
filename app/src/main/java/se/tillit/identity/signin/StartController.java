package se.tillit.identity.signin;

import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import se.tillit.identity.AccountPrincipal;
import se.tillit.identity.Doors;
import se.tillit.identity.SignedIn;
import se.tillit.identity.Viewer;
import se.tillit.identity.account.Accounts;

/// The installation's front page: straight into one's municipality, or a choice where there are
/// several.
@Controller
class StartController {

  private final Doors doors;
  private final Accounts accounts;

  StartController(Doors doors, Accounts accounts) {
    this.doors = doors;
    this.accounts = accounts;
  }

  @SignedIn
  @GetMapping("/")
  String start(Authentication who, Model model) {
    if (!(who.getPrincipal() instanceof AccountPrincipal someone)) {
      return "redirect:/sign-in";
    }
    List<Viewer.Door> open = doors.of(someone.account());
    boolean administers =
        accounts
            .byId(someone.account())
            .map(Accounts.Account::administersInstallation)
            .orElse(false);
    if (open.size() == 1 && !administers) {
      return "redirect:/" + open.getFirst().tenantKey();
    }
    if (open.isEmpty() && administers) {
      return "redirect:/installation";
    }
    model.addAttribute("doors", open);
    model.addAttribute("administers", administers);
    return "identity/start";
  }
}

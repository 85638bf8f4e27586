package se.tillit.identity.settings;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.tillit.identity.account.Accounts;
import se.tillit.identity.account.Passkeys;
import se.tillit.identity.account.SecondFactor;
import se.tillit.kernel.Unknown;
import se.tillit.web.Page;
import se.tillit.web.Problems;

/// What the page of one's own account shows; its forms come back to it when something is wrong.
@Component
class AccountPages {

  private final Accounts accounts;
  private final SecondFactor factors;
  private final Passkeys passkeys;
  private final OpenSessions sessions;

  AccountPages(Accounts accounts, SecondFactor factors, Passkeys passkeys, OpenSessions sessions) {
    this.accounts = accounts;
    this.factors = factors;
    this.passkeys = passkeys;
    this.sessions = sessions;
  }

  Map<String, Object> account(Page page, UUID id, Problems problems, HttpServletRequest request) {
    Accounts.Account account = accounts.byId(id).orElseThrow(() -> new Unknown("account", id));
    return Map.of(
        "page", page.titled(page.t("identity.account.title")),
        "account", account,
        "secondFactor", factors.isOn(id),
        "codesLeft", factors.codesLeft(id),
        "passkeys", passkeys.of(id),
        "sessions", sessions.of(id, request.getSession().getId()),
        "problems", problems);
  }
}

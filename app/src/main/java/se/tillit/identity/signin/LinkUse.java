package se.tillit.identity.signin;

import java.util.Map;
import java.util.UUID;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.identity.Tenants;
import se.tillit.identity.account.AccountTrail;
import se.tillit.identity.account.Accounts;
import se.tillit.identity.account.Accounts.Newcomer;
import se.tillit.identity.account.Links;
import se.tillit.kernel.Refused;
import se.tillit.kernel.TenantId;

/// Does what a one-time link promises and uses it up, both or neither.
@Component
class LinkUse {

  private final Links links;
  private final Accounts accounts;
  private final Tenants tenants;
  private final AccountTrail joined;
  private final FindByIndexNameSessionRepository<? extends Session> sessions;

  LinkUse(
      Links links,
      Accounts accounts,
      Tenants tenants,
      AccountTrail trail,
      FindByIndexNameSessionRepository<? extends Session> sessions) {
    this.links = links;
    this.accounts = accounts;
    this.tenants = tenants;
    this.joined = trail;
    this.sessions = sessions;
  }

  /// Whoever gives a new password is signed out everywhere, and her other letters are worth
  /// nothing.
  ///
  /// @return the account that may now enter
  @Transactional
  UUID use(String word, LinkForm form) {
    return switch (links.use(word)) {
      case Links.Reset reset -> {
        accounts.resetPassword(reset.account(), form.password());
        links.withdraw(reset.account());
        sessions
            .findByPrincipalName(reset.account().toString())
            .keySet()
            .forEach(sessions::deleteById);
        yield reset.account();
      }
      case Links.Founding _ -> {
        if (!accounts.isEmpty()) {
          throw new Refused("identity.link.gone");
        }
        yield accounts.create(newcomer(form, true), form.password()).id();
      }
      case Links.Invitation invitation -> {
        UUID account = accounts.create(newcomer(form, false), form.password()).id();
        accounts.join(account, invitation.tenant(), invitation.person());
        joined.record(account, "identity.account-created", Map.of("login", form.login().strip()));
        yield account;
      }
    };
  }

  /// @return the key of the tenant that the account has now joined
  @Transactional
  String accept(String word, UUID account) {
    if (!(links.use(word) instanceof Links.Invitation invitation)) {
      throw new Refused("identity.link.gone");
    }
    accounts.join(account, invitation.tenant(), invitation.person());
    joined.record(account, "identity.invitation-accepted");
    return tenant(invitation.tenant()).key();
  }

  /// Which municipality an invitation is to; blank for other links.
  String tenantOf(Links.Purpose purpose) {
    return purpose instanceof Links.Invitation invitation ? tenant(invitation.tenant()).name() : "";
  }

  private Tenants.Tenant tenant(TenantId id) {
    return tenants.all().stream()
        .filter(it -> it.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new Refused("identity.link.gone"));
  }

  private static Newcomer newcomer(LinkForm form, boolean administers) {
    return new Newcomer(form.login(), form.name(), form.email(), administers);
  }
}

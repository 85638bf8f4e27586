package se.tillit.identity;

import java.util.List;
import org.springframework.stereotype.Component;
import se.tillit.web.Icon;
import se.tillit.web.NavigationSource;

/// Accounts, roles and tokens at the side, for those who keep them.
@Component
class IdentityNavigation implements NavigationSource {

  @Override
  public List<NavEntry> entries() {
    return List.of(
        new NavEntry(
            Question.PEOPLE,
            "identity.accounts.title",
            Icon.PEOPLE,
            "/accounts",
            "identity.account.administer",
            910),
        new NavEntry(
            Question.PEOPLE,
            "identity.role.title",
            Icon.ACCESS,
            "/own-roles",
            "identity.role.administer",
            920),
        new NavEntry(
            Question.PEOPLE,
            "identity.tokens.title",
            Icon.ACCESS,
            "/tokens",
            "identity.token.administer",
            930));
  }
}

package se.tillit.identity;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/// What identity lets people do in a tenant. Tokens may be issued only with what the issuer herself
/// may do.
@Component
class IdentityPermissions implements PermissionCatalogue {

  @Override
  public Map<String, Set<Role>> permissions() {
    return Map.of(
        "identity.account.administer", Set.of(Role.ADMINISTRATOR),
        "identity.token.administer", Set.of(Role.ADMINISTRATOR, Role.COORDINATOR));
  }
}

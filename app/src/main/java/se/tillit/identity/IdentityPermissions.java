package se.tillit.identity;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/// What identity lets people do in a tenant. Nobody gives away more than she may herself: not in a
/// token, not in a role.
@Component
class IdentityPermissions implements PermissionCatalogue {

  @Override
  public Map<String, Set<Role>> permissions() {
    return Map.of(
        "identity.account.administer", Set.of(Role.ADMINISTRATOR),
        "identity.role.administer", Set.of(Role.ADMINISTRATOR, Role.COORDINATOR),
        "identity.token.administer", Set.of(Role.ADMINISTRATOR, Role.COORDINATOR));
  }
}

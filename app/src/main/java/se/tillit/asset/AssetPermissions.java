package se.tillit.asset;

import static se.tillit.identity.Role.AUDITOR;
import static se.tillit.identity.Role.COORDINATOR;
import static se.tillit.identity.Role.DATA_PROTECTION_OFFICER;
import static se.tillit.identity.Role.EMPLOYEE;
import static se.tillit.identity.Role.HEAD_OF_SECURITY;
import static se.tillit.identity.Role.MANAGER;
import static se.tillit.identity.Role.SYSTEM_OWNER;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.tillit.identity.PermissionCatalogue;
import se.tillit.identity.Role;

/// Who may read and keep the register of assets and carriers.
@Component
class AssetPermissions implements PermissionCatalogue {

  @Override
  public Map<String, Set<Role>> permissions() {
    return Map.of(
        "asset.read",
        Set.of(
            COORDINATOR,
            HEAD_OF_SECURITY,
            DATA_PROTECTION_OFFICER,
            AUDITOR,
            MANAGER,
            SYSTEM_OWNER,
            EMPLOYEE),
        "asset.write",
        Set.of(COORDINATOR, MANAGER, SYSTEM_OWNER),
        "asset.import",
        Set.of(COORDINATOR, MANAGER),
        "asset.security-protection",
        Set.of(HEAD_OF_SECURITY));
  }
}

package se.tillit.classification;

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

/// Who may read, decide and approve classifications, and keep the model.
@Component
class ClassificationPermissions implements PermissionCatalogue {

  @Override
  public Map<String, Set<Role>> permissions() {
    return Map.of(
        "classification.read",
        Set.of(
            COORDINATOR,
            HEAD_OF_SECURITY,
            DATA_PROTECTION_OFFICER,
            AUDITOR,
            MANAGER,
            SYSTEM_OWNER,
            EMPLOYEE),
        "classification.decide",
        Set.of(COORDINATOR, MANAGER, SYSTEM_OWNER, EMPLOYEE),
        "classification.approve",
        Set.of(COORDINATOR, HEAD_OF_SECURITY),
        "classification.model",
        Set.of(COORDINATOR));
  }
}

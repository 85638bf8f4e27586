package se.tillit.improvement;

import static se.tillit.identity.Role.AUDITOR;
import static se.tillit.identity.Role.COORDINATOR;
import static se.tillit.identity.Role.DATA_PROTECTION_OFFICER;
import static se.tillit.identity.Role.ELECTED;
import static se.tillit.identity.Role.EMPLOYEE;
import static se.tillit.identity.Role.HEAD_OF_SECURITY;
import static se.tillit.identity.Role.MANAGER;
import static se.tillit.identity.Role.SYSTEM_OWNER;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.tillit.identity.PermissionCatalogue;
import se.tillit.identity.Role;

/// Who may do what with actions. Whoever answers for one may carry it forward, whatever else she
/// may not.
@Component
public class ImprovementPermissions implements PermissionCatalogue {

  public static final String READ = "improvement.read";
  public static final String WRITE = "improvement.write";
  public static final String PROGRESS = "improvement.progress";

  @Override
  public Map<String, Set<Role>> permissions() {
    return Map.of(
        READ,
        Set.of(
            COORDINATOR,
            HEAD_OF_SECURITY,
            DATA_PROTECTION_OFFICER,
            MANAGER,
            SYSTEM_OWNER,
            EMPLOYEE,
            ELECTED,
            AUDITOR),
        WRITE,
        Set.of(COORDINATOR, MANAGER),
        PROGRESS,
        Set.of(
            COORDINATOR,
            HEAD_OF_SECURITY,
            DATA_PROTECTION_OFFICER,
            MANAGER,
            SYSTEM_OWNER,
            EMPLOYEE));
  }
}

package se.tillit.followup;

import static se.tillit.identity.Role.AUDITOR;
import static se.tillit.identity.Role.COORDINATOR;
import static se.tillit.identity.Role.DATA_PROTECTION_OFFICER;
import static se.tillit.identity.Role.ELECTED;
import static se.tillit.identity.Role.EMPLOYEE;
import static se.tillit.identity.Role.HEAD_OF_SECURITY;
import static se.tillit.identity.Role.MANAGER;
import static se.tillit.identity.Role.REGISTRAR;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.tillit.identity.PermissionCatalogue;
import se.tillit.identity.Role;

/// Who sees how things stand, and who reports.
@Component
class FollowupPermissions implements PermissionCatalogue {

  static final String READ = "followup.read";
  static final String READ_REPORTS = "followup.report.read";
  static final String WRITE_REPORTS = "followup.report.write";
  static final String HANDLE_REPORTS = "followup.report.handle";

  @Override
  public Map<String, Set<Role>> permissions() {
    return Map.of(
        READ,
        Set.of(
            COORDINATOR,
            HEAD_OF_SECURITY,
            DATA_PROTECTION_OFFICER,
            MANAGER,
            EMPLOYEE,
            ELECTED,
            REGISTRAR,
            AUDITOR),
        READ_REPORTS,
        Set.of(COORDINATOR, HEAD_OF_SECURITY, DATA_PROTECTION_OFFICER, ELECTED, REGISTRAR, AUDITOR),
        WRITE_REPORTS,
        Set.of(COORDINATOR),
        HANDLE_REPORTS,
        Set.of(COORDINATOR, REGISTRAR));
  }
}

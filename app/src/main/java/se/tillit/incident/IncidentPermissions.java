package se.tillit.incident;

import static se.tillit.identity.Role.AUDITOR;
import static se.tillit.identity.Role.COORDINATOR;
import static se.tillit.identity.Role.DATA_PROTECTION_OFFICER;
import static se.tillit.identity.Role.ELECTED;
import static se.tillit.identity.Role.HEAD_OF_SECURITY;
import static se.tillit.identity.Role.MANAGER;
import static se.tillit.identity.Role.REGISTRAR;
import static se.tillit.identity.Role.SECURITY_PROTECTION_OFFICER;
import static se.tillit.identity.Role.SYSTEM_OWNER;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.tillit.identity.PermissionCatalogue;
import se.tillit.identity.Role;

/// Who may do what with incidents: everybody reports, few read. A system owner reads what she has
/// been given to handle, the data protection officer what concerns personal data; elected people,
/// auditors and board secretaries see figures.
@Component
public class IncidentPermissions implements PermissionCatalogue {

  public static final String REPORT = "incident.report";
  public static final String READ = "incident.read";
  public static final String HANDLE = "incident.handle";

  /// Starts and judges clocks and records what was sent; to decide not to report is to handle.
  public static final String CLOCK = "incident.clock";

  public static final String CONFIGURE = "incident.configure";
  public static final String SECRET = "incident.secret";
  public static final String FIGURES = "incident.figures";

  /// Plans exercises and leads them.
  public static final String EXERCISE = "incident.exercise";

  /// Widens what [#READ] shows: every case within reach, or those with personal data.
  static final String READ_ANY = "incident.read-any";

  static final String READ_PERSONAL = "incident.read-personal";

  @Override
  public Map<String, Set<Role>> permissions() {
    return Map.of(
        REPORT,
        Set.of(Role.values()),
        READ,
        Set.of(COORDINATOR, HEAD_OF_SECURITY, DATA_PROTECTION_OFFICER, MANAGER, SYSTEM_OWNER),
        READ_ANY,
        Set.of(COORDINATOR, HEAD_OF_SECURITY, MANAGER),
        READ_PERSONAL,
        Set.of(DATA_PROTECTION_OFFICER),
        HANDLE,
        Set.of(COORDINATOR, HEAD_OF_SECURITY, MANAGER, SYSTEM_OWNER),
        CLOCK,
        Set.of(COORDINATOR, HEAD_OF_SECURITY, DATA_PROTECTION_OFFICER, MANAGER, SYSTEM_OWNER),
        CONFIGURE,
        Set.of(COORDINATOR),
        SECRET,
        Set.of(SECURITY_PROTECTION_OFFICER, HEAD_OF_SECURITY),
        FIGURES,
        Set.of(
            COORDINATOR,
            HEAD_OF_SECURITY,
            DATA_PROTECTION_OFFICER,
            MANAGER,
            AUDITOR,
            ELECTED,
            REGISTRAR),
        EXERCISE,
        Set.of(COORDINATOR, HEAD_OF_SECURITY));
  }
}

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

/// Who may do what with findings, actions, goals and reviews. Whoever answers for one may carry it
/// forward, whatever else she may not.
@Component
public class ImprovementPermissions implements PermissionCatalogue {

  public static final String READ = "improvement.read";
  public static final String WRITE = "improvement.write";
  public static final String PROGRESS = "improvement.progress";
  public static final String FIND = "improvement.find";
  public static final String DECIDE = "improvement.decide";
  public static final String SET_GOALS = "improvement.set-goals";
  public static final String READ_REVIEWS = "improvement.read-reviews";
  public static final String REVIEW = "improvement.review";
  public static final String CONFIGURE = "improvement.configure";
  public static final String IMPORT = "improvement.import";

  private static final Set<Role> HANDS =
      Set.of(
          COORDINATOR, HEAD_OF_SECURITY, DATA_PROTECTION_OFFICER, MANAGER, SYSTEM_OWNER, EMPLOYEE);

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
        HANDS,
        FIND,
        HANDS,
        DECIDE,
        Set.of(COORDINATOR, HEAD_OF_SECURITY, MANAGER),
        SET_GOALS,
        Set.of(COORDINATOR, HEAD_OF_SECURITY),
        READ_REVIEWS,
        Set.of(COORDINATOR, HEAD_OF_SECURITY, DATA_PROTECTION_OFFICER, AUDITOR),
        REVIEW,
        Set.of(COORDINATOR),
        CONFIGURE,
        Set.of(COORDINATOR),
        IMPORT,
        Set.of(COORDINATOR));
  }
}

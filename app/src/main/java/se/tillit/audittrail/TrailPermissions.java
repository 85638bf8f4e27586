package se.tillit.audittrail;

import static se.tillit.identity.Role.ADMINISTRATOR;
import static se.tillit.identity.Role.AUDITOR;
import static se.tillit.identity.Role.COORDINATOR;
import static se.tillit.identity.Role.DATA_PROTECTION_OFFICER;
import static se.tillit.identity.Role.HEAD_OF_SECURITY;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.tillit.identity.PermissionCatalogue;
import se.tillit.identity.Role;

/// Who may read the trail. An administrator sees what she herself runs, accounts and organisation,
/// and no content.
@Component
class TrailPermissions implements PermissionCatalogue {

  static final String READ = "audittrail.read";
  static final String READ_CONTENT = "audittrail.read-content";

  /// What is not content: who may come in, and how the organisation looks.
  static final Set<String> WITHOUT_CONTENT =
      Set.of(
          "account",
          "api-token",
          "own-role",
          "tenant",
          "role-holding",
          "import",
          "unit",
          "body",
          "legal-entity",
          "meeting",
          "term");

  @Override
  public Map<String, Set<Role>> permissions() {
    return Map.of(
        READ,
        Set.of(COORDINATOR, AUDITOR, DATA_PROTECTION_OFFICER, HEAD_OF_SECURITY, ADMINISTRATOR),
        READ_CONTENT,
        Set.of(COORDINATOR, AUDITOR, DATA_PROTECTION_OFFICER, HEAD_OF_SECURITY));
  }
}

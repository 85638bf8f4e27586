package se.tillit.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The roles that Tillit ships; what each may do is declared by the modules
/// (`PermissionCatalogue`).
public enum Role {
  COORDINATOR,
  HEAD_OF_SECURITY,
  DATA_PROTECTION_OFFICER,
  MANAGER,
  SYSTEM_OWNER,
  SECURITY_PROTECTION_OFFICER,
  EMPLOYEE,
  ELECTED,
  REGISTRAR,
  AUDITOR,
  ADMINISTRATOR;

  /// The role's word in data, URLs and message keys: `head-of-security`.
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Role> of(String key) {
    return Arrays.stream(values()).filter(role -> role.key().equals(key)).findFirst();
  }
}

package se.tillit.organisation.duty;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The duties that a municipality fills with people (domain/municipal.md §2). The first seven are
/// also roles in Tillit and open its pages.
public enum Duty {
  COORDINATOR,
  HEAD_OF_SECURITY,
  DATA_PROTECTION_OFFICER,
  REGISTRAR,
  AUDITOR,
  ADMINISTRATOR,
  SYSTEM_OWNER,
  MUNICIPAL_DIRECTOR,
  SECURITY_PROTECTION_OFFICER,
  DATA_PROTECTION_CONTACT,
  ARCHIVIST,
  IT_MANAGER;

  /// The word in data, addresses and message keys, such as `head-of-security`.
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String titleKey() {
    return "organisation.duty." + key();
  }

  public static Optional<Duty> of(String key) {
    return Arrays.stream(values()).filter(duty -> duty.key().equals(key)).findFirst();
  }
}

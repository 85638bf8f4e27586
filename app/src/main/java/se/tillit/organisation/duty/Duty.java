package se.tillit.organisation.duty;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.tillit.kernel.Refused;

/// The duties that a municipality fills with people (domain/municipal.md §2). Those that are also
/// roles in Tillit open its pages.
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

  /// Those that most municipalities decide shall be filled.
  static final List<Duty> USUAL =
      List.of(
          COORDINATOR,
          HEAD_OF_SECURITY,
          DATA_PROTECTION_OFFICER,
          DATA_PROTECTION_CONTACT,
          SECURITY_PROTECTION_OFFICER,
          ARCHIVIST,
          REGISTRAR);

  /// The word in data, addresses and message keys, such as `head-of-security`.
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String titleKey() {
    return "organisation.duty." + key();
  }

  static Duty named(String key) {
    return of(key).orElseThrow(() -> new Refused("organisation.duty.unknown").at("duty"));
  }

  public static Optional<Duty> of(String key) {
    return Arrays.stream(values()).filter(duty -> duty.key().equals(key)).findFirst();
  }
}

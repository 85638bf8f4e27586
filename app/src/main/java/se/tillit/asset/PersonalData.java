package se.tillit.asset;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What personal data an asset holds: none, ordinary, special categories (GDPR art. 9) or on crimes
/// (art. 10).
public enum PersonalData {
  NONE,
  ORDINARY,
  SPECIAL,
  CRIMINAL;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String labelKey() {
    return "asset.personal." + key();
  }

  public static Optional<PersonalData> of(String key) {
    return Arrays.stream(values()).filter(it -> it.key().equals(key)).findFirst();
  }
}

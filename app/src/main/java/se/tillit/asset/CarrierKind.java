package se.tillit.asset;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What carries information.
public enum CarrierKind {
  SYSTEM,
  SERVICE,
  PLACE,
  PERSON,
  OTHER;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String labelKey() {
    return "asset.carrier.kind." + key();
  }

  public static Optional<CarrierKind> of(String key) {
    return Arrays.stream(values()).filter(it -> it.key().equals(key)).findFirst();
  }
}

package se.tillit.asset;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How badly the operation needs an asset, judged for normal days and for a crisis apart.
public enum Criticality {
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String labelKey() {
    return "asset.criticality." + key();
  }

  public static Optional<Criticality> of(String key) {
    return Arrays.stream(values()).filter(it -> it.key().equals(key)).findFirst();
  }
}

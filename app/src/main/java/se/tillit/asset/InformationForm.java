package se.tillit.asset;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// In what shape information is kept or spoken (K-4f, M-1d): the class is the same, its protection
/// is not.
public enum InformationForm {
  DIGITAL,
  PAPER,
  /// Image, sound and film.
  MEDIA,
  ORAL;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String labelKey() {
    return "asset.form." + key();
  }

  public static Optional<InformationForm> of(String key) {
    return Arrays.stream(values()).filter(it -> it.key().equals(key)).findFirst();
  }
}

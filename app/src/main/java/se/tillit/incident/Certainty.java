package se.tillit.incident;

import java.util.Locale;
import se.tillit.kernel.Refused;

/// How sure the reporter is: it has happened, it may have, or it could (near miss, weakness).
public enum Certainty {
  KNOWN,
  SUSPECTED,
  RISK;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Certainty of(String key) {
    for (Certainty one : values()) {
      if (one.key().equalsIgnoreCase(key)) {
        return one;
      }
    }
    throw new Refused("incident.certainty.unknown").at("certainty");
  }
}

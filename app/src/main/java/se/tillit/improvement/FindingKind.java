package se.tillit.improvement;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import se.tillit.kernel.Refused;

/// What sort of thing was found (ISO/IEC 27001 clauses 9.2 and 10.2).
public enum FindingKind {
  /// seen, and worth saying
  OBSERVATION,
  /// a requirement is not met
  DEVIATION,
  /// it could be better
  OPPORTUNITY;

  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static FindingKind of(String key) {
    return Arrays.stream(values())
        .filter(it -> it.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new Refused("improvement.finding.kind-unknown").at("kind"));
  }
}

package se.tillit.improvement;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import se.tillit.kernel.Refused;

/// The agenda of a management review (ISO/IEC 27001 clause 9.3.2), in its order.
public enum AgendaPoint {
  EARLIER_DECISIONS,
  CHANGED_ISSUES,
  INTERESTED_PARTIES,
  NONCONFORMITIES,
  MEASUREMENTS,
  AUDITS,
  GOALS,
  FEEDBACK,
  RISKS,
  OPPORTUNITIES;

  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static AgendaPoint of(String key) {
    return Arrays.stream(values())
        .filter(it -> it.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new Refused("improvement.review.point-unknown").at("point"));
  }
}

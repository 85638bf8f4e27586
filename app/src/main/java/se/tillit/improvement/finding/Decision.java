package se.tillit.improvement.finding;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import se.tillit.kernel.Refused;

/// What is decided about a finding: to act, to accept it with a motive, or to do nothing.
public enum Decision {
  ACT,
  ACCEPT,
  NONE;

  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Decision of(String key) {
    return Arrays.stream(values())
        .filter(it -> it.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new Refused("improvement.finding.decision-unknown").at("decision"));
  }
}

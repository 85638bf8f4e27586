package se.tillit.improvement;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import se.tillit.kernel.Refused;

/// How much an action matters beside the others.
public enum Priority {
  HIGH,
  NORMAL,
  LOW;

  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Priority of(String key) {
    return Arrays.stream(values())
        .filter(it -> it.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new Refused("improvement.action.priority-unknown").at("priority"));
  }
}

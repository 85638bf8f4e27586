package se.tillit.incident.handling;

import java.util.LinkedHashMap;
import java.util.Map;
import se.tillit.kernel.Refused;

/// What was chosen, as typed.
///
/// @param levels category key → what was chosen
public record SeverityForm(Map<String, String> levels, String decided, String motive) {

  private static final String LEVEL = "level.";

  static SeverityForm of(Map<String, String> parameters) {
    var levels = new LinkedHashMap<String, String>();
    parameters.forEach((name, value) -> {
      if (name.startsWith(LEVEL) && !value.isBlank()) {
        levels.put(name.substring(LEVEL.length()), value);
      }
    });
    return new SeverityForm(
        levels, parameters.getOrDefault("decided", ""), parameters.getOrDefault("motive", ""));
  }

  Severity.Judgement judgement() {
    var numbers = new LinkedHashMap<String, Integer>();
    levels.forEach((category, level) -> numbers.put(category, number(LEVEL + category, level)));
    return new Severity.Judgement(
        numbers, decided.isBlank() ? null : number("decided", decided), motive);
  }

  private static Integer number(String field, String text) {
    if (!text.matches("\\d{1,3}")) {
      throw new Refused("incident.field.choice-unknown").at(field);
    }
    return Integer.valueOf(text);
  }
}

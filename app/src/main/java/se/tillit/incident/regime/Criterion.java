package se.tillit.incident.regime;

import java.util.Map;
import se.tillit.web.Words;

/// One question of an assessment, with the thresholds in its words as data.
///
/// @param key as the regulation names it, such as `A1`
/// @param limits the numbers that its words speak of
public record Criterion(
    String key, Effect effect, Map<String, Integer> limits, Said words, Legal legal) {

  public Criterion {
    limits = Map.copyOf(limits);
  }

  /// What a yes does: one is enough, all are needed, or it frees from the duty.
  public enum Effect {
    TRIGGERS,
    REQUIRES,
    EXEMPTS;

    public String key() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// The question with its thresholds in place.
  public String in(Words language) {
    String said = words.in(language);
    for (var limit : limits.entrySet()) {
      said = said.replace("{" + limit.getKey() + "}", language.number(limit.getValue()));
    }
    return said;
  }
}

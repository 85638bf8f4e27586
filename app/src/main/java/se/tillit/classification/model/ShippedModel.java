package se.tillit.classification.model;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import se.tillit.classification.Model;
import se.tillit.kernel.Ids;
import se.tillit.web.Words;

/// The model that Tillit ships: three aspects, four levels, six kinds of consequence, in our own
/// words. Its text is the municipality's own from the day it is taken, and is edited as such.
final class ShippedModel {

  private static final String KEY = "classification.shipped.";
  private static final List<String> COLOURS = List.of("green", "yellow", "orange", "red");
  private static final List<String> CATEGORIES =
      List.of("people", "operation", "economy", "law", "trust", "others");
  private static final int VALID_MONTHS = 12;

  private ShippedModel() {}

  static Model on(LocalDate day) {
    Words words = Words.SWEDISH;
    return new Model(
        Ids.next(),
        1,
        words.t(KEY + "name"),
        Model.State.ADOPTED,
        VALID_MONTHS,
        day,
        words.t(KEY + "reference"),
        List.of(
            aspect(words, "confidentiality", "K"),
            aspect(words, "integrity", "R"),
            aspect(words, "availability", "T")),
        IntStream.range(0, COLOURS.size()).mapToObj(it -> level(words, it)).toList(),
        CATEGORIES.stream()
            .map(it -> new Model.Category(it, words.t(KEY + "category." + it)))
            .toList(),
        criteria(words));
  }

  /// The fourth aspect, for those who want it.
  static Model.Aspect traceability() {
    return aspect(Words.SWEDISH, "traceability", "S");
  }

  private static Model.Aspect aspect(Words words, String key, String letter) {
    String at = KEY + "aspect." + key;
    return new Model.Aspect(
        key, letter, words.t(at), words.t(at + ".definition"), words.t(at + ".question"));
  }

  private static Model.Level level(Words words, int number) {
    String at = KEY + "level." + number;
    return new Model.Level(number, words.t(at), words.t(at + ".description"), COLOURS.get(number));
  }

  private static Map<String, Map<Integer, String>> criteria(Words words) {
    var all = new HashMap<String, Map<Integer, String>>();
    for (String category : CATEGORIES) {
      var levels = new HashMap<Integer, String>();
      for (int level = 0; level < COLOURS.size(); level++) {
        levels.put(level, words.t(KEY + "criterion." + category + "." + level));
      }
      all.put(category, levels);
    }
    return all;
  }
}

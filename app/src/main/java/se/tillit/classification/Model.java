package se.tillit.classification;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One version of the municipality's way of classing information: what is judged, how gravely, and
/// by which consequences (K-1, M-1c).
///
/// @param criteria what each level means in each category: category key → level number → words
/// @param validMonths how long a classification stands unless decided otherwise
public record Model(
    UUID id,
    int number,
    String name,
    State state,
    int validMonths,
    @Nullable LocalDate adoptedOn,
    String reference,
    List<Aspect> aspects,
    List<Level> levels,
    List<Category> categories,
    Map<String, Map<Integer, String>> criteria) {

  public Model {
    aspects = List.copyOf(aspects);
    levels = List.copyOf(levels);
    categories = List.copyOf(categories);
    criteria = Map.copyOf(criteria);
  }

  /// A draft is edited; an adopted version stands; a replaced one is history.
  public enum State {
    DRAFT,
    ADOPTED,
    REPLACED
  }

  /// What is protected: that only the authorised get at it, that it is right, that it is there when
  /// needed.
  ///
  /// @param letter stands for it in a profile, such as `K`
  public record Aspect(
      String key, String letter, String name, String definition, String question) {}

  /// How grave the consequence is.
  public record Level(int number, String label, String description, String colour) {}

  /// What the consequence strikes.
  public record Category(String key, String name) {}

  public Optional<Aspect> aspect(String key) {
    return aspects.stream().filter(it -> it.key().equals(key)).findFirst();
  }

  public Level level(int number) {
    return levels.stream()
        .filter(it -> it.number() == number)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no level " + number));
  }

  public boolean hasLevel(int number) {
    return levels.stream().anyMatch(it -> it.number() == number);
  }

  public int highest() {
    return levels.stream().map(Level::number).max(Comparator.naturalOrder()).orElse(0);
  }

  /// What a level means in a category; empty when the model says nothing.
  public String criterion(String category, int level) {
    return criteria.getOrDefault(category, Map.of()).getOrDefault(level, "");
  }

  /// The levels as one line: `K2 R1 T3`.
  public String profile(Map<String, Integer> levelByAspect) {
    var line = new StringBuilder();
    for (Aspect aspect : aspects) {
      Integer level = levelByAspect.get(aspect.key());
      if (level != null) {
        line.append(line.isEmpty() ? "" : " ").append(aspect.letter()).append(level);
      }
    }
    return line.toString();
  }
}

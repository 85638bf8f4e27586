package se.tillit.incident.exercise;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import se.tillit.kernel.Refused;

/// How far an exercise has come.
public enum ExerciseState {
  PLANNED,
  RUNNING,
  PAUSED,
  ENDED;

  private static final Map<ExerciseState, Set<ExerciseState>> MOVES =
      Map.of(
          PLANNED, Set.of(RUNNING),
          RUNNING, Set.of(PAUSED, ENDED),
          PAUSED, Set.of(RUNNING, ENDED),
          ENDED, Set.of());

  public Set<ExerciseState> moves() {
    return MOVES.getOrDefault(this, Set.of());
  }

  void demandMove(ExerciseState to) {
    if (!moves().contains(to)) {
      throw new Refused("incident.exercise.no-move").at("state");
    }
  }

  /// Whether it has begun and not ended.
  public boolean isUnderWay() {
    return this == RUNNING || this == PAUSED;
  }

  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static ExerciseState of(String key) {
    return Arrays.stream(values())
        .filter(it -> it.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new Refused("incident.exercise.state-unknown").at("state"));
  }
}

package se.tillit.improvement.action;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import se.tillit.kernel.Refused;

/// How far an action has come, and where it may go from there.
public enum ActionState {
  PLANNED,
  UNDERWAY,
  /// carried out; whether it had effect remains to be judged
  DONE,
  /// judged to have had effect
  CONFIRMED,
  DROPPED;

  /// The states that this one may be moved to.
  public Set<ActionState> moves() {
    return switch (this) {
      case PLANNED -> Set.of(UNDERWAY, DONE, DROPPED);
      case UNDERWAY -> Set.of(PLANNED, DONE, DROPPED);
      case DONE -> Set.of(CONFIRMED, UNDERWAY);
      case CONFIRMED -> Set.of();
      case DROPPED -> Set.of(PLANNED);
    };
  }

  public boolean isOpen() {
    return this == PLANNED || this == UNDERWAY;
  }

  public boolean isDone() {
    return this == DONE || this == CONFIRMED;
  }

  void demandMove(ActionState to) {
    if (!moves().contains(to)) {
      throw new Refused("improvement.action.move-refused", key(), to.key()).at("state");
    }
  }

  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ActionState of(String key) {
    return Arrays.stream(values())
        .filter(it -> it.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new Refused("improvement.action.state-unknown").at("state"));
  }
}

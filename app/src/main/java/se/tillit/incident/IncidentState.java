package se.tillit.incident;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import se.tillit.kernel.Refused;

/// How far a case has come.
public enum IncidentState {
  REPORTED,
  TRIAGED,
  HANDLED,
  CLOSED;

  private static final Map<IncidentState, Set<IncidentState>> MOVES =
      Map.of(
          REPORTED, Set.of(TRIAGED, CLOSED),
          TRIAGED, Set.of(HANDLED, CLOSED),
          HANDLED, Set.of(TRIAGED, CLOSED),
          CLOSED, Set.of(TRIAGED));

  public Set<IncidentState> moves() {
    return MOVES.getOrDefault(this, Set.of());
  }

  public void demandMove(IncidentState to) {
    if (!moves().contains(to)) {
      throw new Refused("incident.state.no-move").at("state");
    }
  }

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static IncidentState of(String key) {
    for (IncidentState one : values()) {
      if (one.key().equalsIgnoreCase(key)) {
        return one;
      }
    }
    throw new Refused("incident.state.unknown").at("state");
  }
}

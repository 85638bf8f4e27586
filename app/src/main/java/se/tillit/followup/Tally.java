package se.tillit.followup;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import se.tillit.web.State;

/// How many of how many, against the share that is asked for: the one place where a state is
/// decided.
///
/// @param target the share, in percent, at which it is kept
/// @param atRisk the share from which it is at risk; below, it is not kept
public record Tally(long met, long total, int target, int atRisk) {

  private static final List<State> WORST_FIRST =
      List.of(State.NOT_KEPT, State.AT_RISK, State.KEPT, State.NOT_MEASURED);

  public State state() {
    if (total == 0) {
      return State.NOT_MEASURED;
    }
    if (met * 100 >= total * target) {
      return State.KEPT;
    }
    return met * 100 >= total * atRisk ? State.AT_RISK : State.NOT_KEPT;
  }

  public long missing() {
    return total - met;
  }

  /// The worst of what is measured; not measured when nothing is.
  static State worst(Stream<State> states) {
    return states.min(Comparator.comparingInt(WORST_FIRST::indexOf)).orElse(State.NOT_MEASURED);
  }
}

package se.tillit.improvement.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.tillit.improvement.action.ActionState.CONFIRMED;
import static se.tillit.improvement.action.ActionState.DONE;
import static se.tillit.improvement.action.ActionState.DROPPED;
import static se.tillit.improvement.action.ActionState.PLANNED;
import static se.tillit.improvement.action.ActionState.UNDERWAY;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.tillit.kernel.Refused;

class ActionStateTest {

  private static final Map<ActionState, Set<ActionState>> PERMITTED =
      Map.of(
          PLANNED, Set.of(UNDERWAY, DONE, DROPPED),
          UNDERWAY, Set.of(PLANNED, DONE, DROPPED),
          DONE, Set.of(CONFIRMED, UNDERWAY),
          CONFIRMED, Set.of(),
          DROPPED, Set.of(PLANNED));

  @Test
  void permitsExactlyTheMovesOfTheTable() {
    for (ActionState from : ActionState.values()) {
      for (ActionState to : ActionState.values()) {
        if (PERMITTED.get(from).contains(to)) {
          assertThatCode(() -> from.demandMove(to))
              .as("%s to %s", from, to)
              .doesNotThrowAnyException();
        } else {
          assertThatThrownBy(() -> from.demandMove(to))
              .as("%s to %s", from, to)
              .isInstanceOf(Refused.class);
        }
      }
    }
  }

  @Test
  void isOpenUntilDoneOrDropped() {
    assertThat(PLANNED.isOpen()).isTrue();
    assertThat(UNDERWAY.isOpen()).isTrue();
    assertThat(DONE.isOpen()).isFalse();
    assertThat(CONFIRMED.isOpen()).isFalse();
    assertThat(DROPPED.isOpen()).isFalse();
  }
}

package se.tillit.classification.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static se.tillit.classification.decision.Decision.State.ABANDONED;
import static se.tillit.classification.decision.Decision.State.DRAFT;
import static se.tillit.classification.decision.Decision.State.PROPOSED;
import static se.tillit.classification.decision.Decision.State.REJECTED;
import static se.tillit.classification.decision.Decision.State.REPLACED;
import static se.tillit.classification.decision.Decision.State.SETTLED;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DecisionTest {

  private static final Map<Decision.State, Set<Decision.State>> PERMITTED =
      Map.of(
          DRAFT, Set.of(PROPOSED, SETTLED, ABANDONED),
          PROPOSED, Set.of(SETTLED, REJECTED),
          SETTLED, Set.of(REPLACED),
          REPLACED, Set.of(),
          REJECTED, Set.of(),
          ABANDONED, Set.of());

  @Test
  void permitsTheseMovesAndNoOthers() {
    for (Decision.State from : Decision.State.values()) {
      for (Decision.State to : Decision.State.values()) {
        assertThat(from.mayBecome(to))
            .as("%s to %s", from, to)
            .isEqualTo(PERMITTED.get(from).contains(to));
      }
    }
  }
}

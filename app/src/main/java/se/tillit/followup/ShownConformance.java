package se.tillit.followup;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.tillit.web.State;
import se.tillit.web.Words;

/// A document's conformance as a page tells it: sentences first, then what to do, then the text.
public record ShownConformance(Conformance conformance, Words words, String tenant, String query) {

  private static final int FIRST = 5;

  /// How many demands are in each state, in one sentence.
  public String summary() {
    return words.t(
        "followup.summary",
        conformance.demandCount(),
        conformance.count(State.KEPT),
        conformance.count(State.AT_RISK),
        conformance.count(State.NOT_KEPT),
        conformance.count(State.NOT_MEASURED));
  }

  public List<ShownFigure> figures(Conformance.Clause clause) {
    return clause.figures().stream()
        .map(figure -> ShownFigure.of(figure, words, tenant, query))
        .toList();
  }

  /// The figures that most is missing in, those not kept before those at risk.
  public List<ShownFigure> first() {
    Map<String, ShownFigure> byIndicator = new TreeMap<>();
    conformance
        .demands()
        .flatMap(clause -> figures(clause).stream())
        .filter(it -> it.state() == State.NOT_KEPT || it.state() == State.AT_RISK)
        .forEach(it -> byIndicator.merge(it.href(), it, ShownConformance::stricter));
    return byIndicator.values().stream()
        .sorted(
            Comparator.comparing((ShownFigure it) -> it.state() == State.AT_RISK)
                .thenComparing(it -> -it.tally().missing()))
        .limit(FIRST)
        .toList();
  }

  private static ShownFigure stricter(ShownFigure one, ShownFigure other) {
    return one.tally().target() >= other.tally().target() ? one : other;
  }

  public String anchor(Conformance.Section section) {
    return "s" + conformance.sections().indexOf(section);
  }
}

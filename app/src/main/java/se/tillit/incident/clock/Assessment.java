package se.tillit.incident.clock;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import se.tillit.incident.regime.Answer;
import se.tillit.incident.regime.Judgement;

/// Whether a regime applies for one who answers, as judged at one moment. A new one is added each
/// time it is judged again.
public record Assessment(
    int number,
    UUID definition,
    Set<String> sectors,
    Map<String, Answer> answers,
    Judgement judgement,
    String note,
    String by,
    Instant at) {

  public Assessment {
    sectors = Set.copyOf(sectors);
    answers = Map.copyOf(answers);
  }

  List<String> written() {
    return answers.entrySet().stream()
        .map(it -> it.getKey() + "=" + it.getValue().key())
        .sorted()
        .toList();
  }
}

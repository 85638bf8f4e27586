package se.tillit.incident.regime;

import java.util.List;
import java.util.Map;

/// What the answers so far amount to, and because of which of them.
///
/// @param because the criteria that decide: those met, those that free, or those still open
public record Judgement(Outcome outcome, List<String> because) {

  public Judgement {
    because = List.copyOf(because);
  }

  /// The possible results; undecided keeps the clock running, on the safe side.
  public enum Outcome {
    APPLIES,
    EXEMPT,
    LACKING,
    NONE_MET,
    UNDECIDED;

    public String key() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    public boolean isNo() {
      return this == EXEMPT || this == LACKING || this == NONE_MET;
    }
  }

  /// Judges the answers: what is not answered is not known.
  public static Judgement of(List<Criterion> asked, Map<String, Answer> answers) {
    List<String> lacking = keys(asked, answers, Criterion.Effect.REQUIRES, Answer.NO);
    if (!lacking.isEmpty()) {
      return new Judgement(Outcome.LACKING, lacking);
    }
    List<String> exempt = keys(asked, answers, Criterion.Effect.EXEMPTS, Answer.YES);
    if (!exempt.isEmpty()) {
      return new Judgement(Outcome.EXEMPT, exempt);
    }
    List<String> met = keys(asked, answers, Criterion.Effect.TRIGGERS, Answer.YES);
    List<String> open =
        asked.stream()
            .filter(it -> met.isEmpty() || it.effect() != Criterion.Effect.TRIGGERS)
            .filter(it -> answer(answers, it) == Answer.UNKNOWN)
            .map(Criterion::key)
            .toList();
    if (!open.isEmpty()) {
      return new Judgement(Outcome.UNDECIDED, open);
    }
    boolean triggered =
        !met.isEmpty() || asked.stream().noneMatch(it -> it.effect() == Criterion.Effect.TRIGGERS);
    return triggered
        ? new Judgement(
            Outcome.APPLIES,
            met.isEmpty() ? keys(asked, answers, Criterion.Effect.REQUIRES, Answer.YES) : met)
        : new Judgement(Outcome.NONE_MET, List.of());
  }

  private static List<String> keys(
      List<Criterion> asked, Map<String, Answer> answers, Criterion.Effect effect, Answer wanted) {
    return asked.stream()
        .filter(it -> it.effect() == effect && answer(answers, it) == wanted)
        .map(Criterion::key)
        .toList();
  }

  private static Answer answer(Map<String, Answer> answers, Criterion criterion) {
    return answers.getOrDefault(criterion.key(), Answer.UNKNOWN);
  }
}

package se.tillit.classification.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.classification.Model;

/// One classification of one asset (K-4.1.4b): what would happen if each aspect were lost, and what
/// was decided.
///
/// @param answers aspect → category → level
/// @param outcomes aspect → what was decided
public record Decision(
    UUID id,
    UUID asset,
    Model model,
    State state,
    Map<String, Map<String, Integer>> answers,
    Map<String, Outcome> outcomes,
    Circumstances record,
    int version) {

  public Decision {
    answers = Map.copyOf(answers);
    outcomes = Map.copyOf(outcomes);
  }

  /// Where it stands; a proposed one lowers what is common and waits for approval.
  public enum State {
    DRAFT,
    PROPOSED,
    SETTLED,
    REPLACED,
    REJECTED,
    ABANDONED;

    /// The moves that are permitted, taken in at a glance.
    public boolean mayBecome(State next) {
      return switch (this) {
        case DRAFT -> next == PROPOSED || next == SETTLED || next == ABANDONED;
        case PROPOSED -> next == SETTLED || next == REJECTED;
        case SETTLED -> next == REPLACED;
        case REPLACED, REJECTED, ABANDONED -> false;
      };
    }
  }

  /// What was decided for an aspect, and why.
  public record Outcome(int level, String motivation) {}

  /// Who began it, who decided, with whom, and how long it stands.
  public record Circumstances(
      Instant begunAt,
      String begunBy,
      String participants,
      @Nullable Instant decidedAt,
      String decider,
      @Nullable LocalDate validUntil,
      String approver,
      String approvalNote) {}

  /// The worst consequence decides: the gravest answer for the aspect, or none before there is one.
  public @Nullable Integer worst(String aspect) {
    return answers.getOrDefault(aspect, Map.of()).values().stream()
        .max(Integer::compareTo)
        .orElse(null);
  }

  /// Whether every category is answered for the aspect.
  public boolean isAnswered(String aspect) {
    return answers.getOrDefault(aspect, Map.of()).size() >= model.categories().size();
  }

  public boolean isComplete() {
    return model.aspects().stream().allMatch(it -> isAnswered(it.key()));
  }

  /// The level so far: as decided, else the worst answer.
  public @Nullable Integer level(String aspect) {
    Outcome outcome = outcomes.get(aspect);
    return outcome == null ? worst(aspect) : Integer.valueOf(outcome.level());
  }

  public String motivation(String aspect) {
    Outcome outcome = outcomes.get(aspect);
    return outcome == null ? "" : outcome.motivation();
  }

  public boolean isUnderWay() {
    return state == State.DRAFT;
  }
}

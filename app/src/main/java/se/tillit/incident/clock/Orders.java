package se.tillit.incident.clock;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.incident.regime.Answer;

/// What can be asked of a clock.
final class Orders {

  private Orders() {}

  /// Start a regime's clock for one who answers.
  ///
  /// @param responsible a legal entity or a body
  record NewClock(
      String regime,
      UUID responsible,
      String counterparty,
      String agreed,
      String title,
      @Nullable Instant startedAt) {}

  /// What was sent, by whom and how.
  record Sent(
      UUID step,
      String stage,
      @Nullable Instant at,
      String channel,
      String caseNumber,
      String submitter,
      String approver,
      String lateBecause) {

    /// The same, told as the step it is, or the one that stands in its place.
    Sent as(String wanted) {
      return new Sent(step, wanted, at, channel, caseNumber, submitter, approver, lateBecause);
    }
  }

  /// A decision not to report.
  record NotReported(
      String because,
      String decider,
      @Nullable Instant at,
      boolean delegate,
      String delegationPoint,
      String diaryNumber) {}

  /// What the recipient asks for, and by when.
  record Asked(String step, @Nullable Instant at, @Nullable Instant due) {}

  /// Answers to the questions of significance.
  ///
  /// @param based the number of the assessment that the writer has read, zero before the first
  record Answers(int based, Set<String> sectors, Map<String, Answer> answers, String note) {}
}

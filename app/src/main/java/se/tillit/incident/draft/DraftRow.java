package se.tillit.incident.draft;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A draft as it is kept, beside its fields.
///
/// @param own its sending, where it was not the clock's own submission
record DraftRow(
    UUID id,
    @Nullable UUID incident,
    UUID step,
    Series series,
    int number,
    Draft.Made made,
    @Nullable Own own,
    int version) {

  /// What its versions have in common.
  record Series(String stage, String audience, String language) {}

  /// How a supplement was sent.
  record Own(Instant at, String recipient, String channel, String caseNumber, String sender) {}

  /// A field as it is kept.
  record Kept(String value, String said, DraftField.Edited edited) {

    static final Kept NOTHING = new Kept("", "", new DraftField.Edited("", null));
  }

  boolean isVersionOf(DraftRow other) {
    return step.equals(other.step) && series.equals(other.series);
  }

  /// Whether it was what the clock's submission sent.
  boolean isSubmittedBy(ClockedStep clocked) {
    ClockedStep.Submitted sent = clocked.sent();
    return sent != null
        && sent.stage().equals(series.stage())
        && !sent.recordedAt().isBefore(made.at());
  }

  /// Whether another stage was submitted in its place.
  boolean isPassedOver(ClockedStep clocked) {
    ClockedStep.Submitted sent = clocked.sent();
    return own == null && sent != null && !sent.stage().equals(series.stage());
  }

  boolean isFrozen(ClockedStep clocked) {
    return own != null || isSubmittedBy(clocked);
  }
}

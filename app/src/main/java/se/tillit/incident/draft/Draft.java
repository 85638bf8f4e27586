package se.tillit.incident.draft;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.incident.regime.Field;
import se.tillit.incident.regime.Recipient;
import se.tillit.incident.regime.Regimes;
import se.tillit.incident.regime.Step;
import se.tillit.web.Words;

/// What one step tells its recipient, field by field, in one version.
///
/// @param to who receives it; what was sent keeps the name it was sent to
/// @param before what the same clock has sent at other stages, the latest first
/// @param passedOver whether another stage was sent in its place
/// @param sent the submission, or the sending of its own; none while it may be changed
record Draft(
    UUID id,
    Head head,
    Regimes.InForce rule,
    Step step,
    To to,
    @Nullable Sent sent,
    List<DraftField> fields,
    List<Former> before,
    boolean passedOver,
    int version) {

  /// Of which case and step, for whom, and by whom it was begun.
  ///
  /// @param path the page of its case, or of its clock where there is none
  record Head(
      @Nullable UUID incident,
      String path,
      String reference,
      boolean exercise,
      UUID clock,
      UUID stepId,
      String stage,
      String audience,
      String language,
      int number,
      String responsible,
      String secrecy,
      Made made) {

    boolean isLetter() {
      return !audience.isEmpty();
    }
  }

  record Made(String by, Instant at) {}

  /// The receiving authority or group, and the way there.
  ///
  /// @param now the recipient as it stands today; none for what has been sent
  record To(String name, String channel, @Nullable Recipient now) {}

  /// What was sent at another stage.
  record Former(UUID id, Step step, int number, Instant sentAt, Map<Field, String> said) {}

  /// What was sent, when, and the receipt.
  record Sent(Instant at, String sender, String caseNumber) {}

  boolean isFrozen() {
    return sent != null;
  }

  Words words() {
    return Words.in(head.language());
  }

  List<DraftField> missing() {
    return fields.stream().filter(DraftField::isMissing).toList();
  }

  List<DraftField> tooLong() {
    return fields.stream().filter(DraftField::isTooLong).toList();
  }

  /// Fields where the case says something that nobody has taken or passed over.
  List<DraftField> offered() {
    return isFrozen() ? List.of() : fields.stream().filter(DraftField::isOffered).toList();
  }

  List<DraftField> changed() {
    return fields.stream().filter(DraftField::isChanged).toList();
  }
}

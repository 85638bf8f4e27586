package se.tillit.incident.draft;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A draft as data: for those who carry it on by machine, and for the archive.
///
/// @param secrecy the provision that protects it; empty for a letter to those affected
record DraftJson(
    UUID id,
    @Nullable UUID incident,
    String reference,
    boolean exercise,
    UUID clock,
    UUID step,
    String stage,
    String stageName,
    Rule rule,
    String responsible,
    String recipient,
    String channel,
    String audience,
    String language,
    int number,
    String secrecy,
    Made made,
    @Nullable Sent sent,
    List<Text> fields,
    int missing,
    int version) {

  /// The regime in the version that the draft follows.
  record Rule(String code, String name, int number, LocalDate from, String source) {}

  /// By whom it was begun, and when.
  record Made(String by, Instant at) {}

  record Sent(Instant at, String sender, String caseNumber) {}

  /// One field as it stands.
  ///
  /// @param source where it is filled from; empty when somebody must write it
  /// @param offered what the case says now, where nobody has taken it or passed it over
  record Text(
      String key,
      String label,
      String value,
      int limit,
      boolean mandatory,
      boolean secret,
      String source,
      @Nullable String offered,
      @Nullable String before) {}

  static DraftJson of(Draft draft) {
    Draft.Head head = draft.head();
    Draft.Sent sent = draft.sent();
    var regime = draft.rule().regime();
    return new DraftJson(
        draft.id(),
        head.incident(),
        head.reference(),
        head.exercise(),
        head.clock(),
        head.stepId(),
        head.stage(),
        draft.step().name().in(draft.words()),
        new Rule(
            regime.code(),
            regime.titles().name().in(draft.words()),
            draft.rule().number(),
            regime.from(),
            draft.step().legal().source()),
        head.responsible(),
        draft.to().name(),
        draft.to().channel(),
        head.audience(),
        head.language(),
        head.number(),
        head.isLetter() ? "" : head.secrecy(),
        new Made(head.made().by(), head.made().at()),
        sent == null ? null : new Sent(sent.at(), sent.sender(), sent.caseNumber()),
        draft.fields().stream().map(it -> text(draft, it)).toList(),
        draft.missing().size(),
        draft.version());
  }

  private static Text text(Draft draft, DraftField it) {
    return new Text(
        it.key(),
        it.field().label().in(draft.words()),
        it.value(),
        it.field().limit(),
        it.field().mandatory(),
        it.field().secret(),
        it.isAsked() ? "" : it.field().from(),
        !draft.isFrozen() && it.isOffered() ? it.now() : null,
        it.before());
  }
}

package se.tillit.incident.draft;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.incident.regime.Recipient;
import se.tillit.web.Fact;
import se.tillit.web.Words;

/// A draft as its pages show it.
public final class ShownDraft {

  private final Draft draft;
  private final Words words;
  private final Map<String, String> typed;
  private final Set<String> disputed;

  /// @param typed what its writer typed in fields that are not kept
  /// @param disputed those of them that somebody else has changed meanwhile
  ShownDraft(Draft draft, Words words, Map<String, String> typed, Set<String> disputed) {
    this.draft = draft;
    this.words = words;
    this.typed = typed;
    this.disputed = disputed;
  }

  /// One field.
  ///
  /// @param text what stands in the box: what was typed, or what is kept
  /// @param disputed what somebody else wrote meanwhile; none in the ordinary case
  /// @param offer what the case says now, where nobody has taken it or passed it over
  /// @param source where it is filled from, or that somebody must write it, in words
  public record Shown(
      String key,
      String label,
      int limit,
      int length,
      boolean mandatory,
      boolean secret,
      String text,
      String value,
      String mark,
      @Nullable String disputed,
      @Nullable String offer,
      @Nullable String before,
      String source,
      String editedBy,
      @Nullable Instant editedAt) {

    public boolean isTooLong() {
      return length > limit;
    }

    public int rows() {
      return limit <= 60 ? 1 : limit <= 400 ? 2 : Math.clamp(text.lines().count() + 2, 4, 14);
    }
  }

  public List<Shown> fields() {
    return draft.fields().stream().map(this::shown).toList();
  }

  private Shown shown(DraftField field) {
    String text = typed.getOrDefault(field.key(), field.value());
    return new Shown(
        field.key(),
        field.field().label().in(words),
        field.field().limit(),
        Texts.length(text),
        field.field().mandatory(),
        field.field().secret() && !draft.head().isLetter(),
        text,
        field.value(),
        Texts.mark(field.value()),
        disputed.contains(field.key()) ? field.value() : null,
        !draft.isFrozen() && field.isOffered() ? field.now() : null,
        field.isChanged() ? field.before() : null,
        source(field),
        field.edited().by(),
        field.edited().at());
  }

  private String source(DraftField field) {
    if (field.isAsked()) {
      return words.t("incident.draft.asked");
    }
    String source = words.t("incident.draft.source." + field.field().from());
    return words.t(
        field.now().isBlank() ? "incident.draft.from-nothing" : "incident.draft.from", source);
  }

  /// What the same clock has sent at another stage.
  public record Former(UUID id, String name, int number, Instant sentAt, List<Fact> said) {}

  public List<Former> before() {
    return draft.before().stream()
        .map(it ->
            new Former(
                it.id(),
                it.step().name().in(words),
                it.number(),
                it.sentAt(),
                it.said().entrySet().stream()
                    .map(said -> Fact.of(said.getKey().label().in(words), said.getValue()))
                    .toList()))
        .toList();
  }

  /// Whether another stage was sent in its place, so that it is never sent itself.
  public boolean isPassedOver() {
    return draft.passedOver();
  }

  public List<Shown> missing() {
    return draft.missing().stream().map(this::shown).toList();
  }

  public List<Shown> tooLong() {
    return draft.tooLong().stream().map(this::shown).toList();
  }

  public int offered() {
    return draft.offered().size();
  }

  public int changed() {
    return draft.changed().size();
  }

  public UUID id() {
    return draft.id();
  }

  /// The page of its case, or of its clock where there is none, below the tenant's address.
  public String path() {
    return draft.head().path();
  }

  public boolean isOfCase() {
    return draft.head().incident() != null;
  }

  public UUID clock() {
    return draft.head().clock();
  }

  public String reference() {
    return draft.head().reference();
  }

  public String name() {
    return draft.head().isLetter()
        ? words.t("incident.draft.letter.to", draft.head().audience())
        : draft.step().name().in(words);
  }

  /// Whom it goes to, from whom.
  public String lead() {
    return draft.head().isLetter()
        ? words.t("incident.draft.letter.lead", responsible(), channel())
        : words.t("incident.drafts.to", recipient(), responsible());
  }

  public String regime() {
    return draft.rule().regime().titles().shortName().in(words);
  }

  /// The regime's version, from which day, and where it comes from.
  public String rule() {
    var regime = draft.rule().regime();
    return words.t(
        "incident.draft.rule",
        regime.titles().name().in(words),
        draft.rule().number(),
        words.date(regime.from()),
        draft.step().legal().source());
  }

  public boolean isSure() {
    return draft.step().legal().confidence().isSure();
  }

  public String responsible() {
    return draft.head().responsible();
  }

  public String recipient() {
    return draft.to().name();
  }

  public String channel() {
    return draft.to().channel();
  }

  public String address() {
    Recipient now = draft.to().now();
    return now == null ? "" : now.address();
  }

  public String fallback() {
    Recipient now = draft.to().now();
    return now == null ? "" : now.fallback().in(words);
  }

  public String secrecy() {
    return draft.head().isLetter() ? "" : draft.head().secrecy();
  }

  public boolean isExercise() {
    return draft.head().exercise();
  }

  public boolean isLetter() {
    return draft.head().isLetter();
  }

  public String language() {
    return draft.head().language();
  }

  public int number() {
    return draft.head().number();
  }

  public boolean isSupplement() {
    return draft.head().number() > 1;
  }

  public int version() {
    return draft.version();
  }

  public boolean isFrozen() {
    return draft.isFrozen();
  }

  public @Nullable Instant sentAt() {
    Draft.Sent sent = draft.sent();
    return sent == null ? null : sent.at();
  }

  public String sender() {
    Draft.Sent sent = draft.sent();
    return sent == null ? "" : sent.sender();
  }

  public String caseNumber() {
    Draft.Sent sent = draft.sent();
    return sent == null ? "" : sent.caseNumber();
  }
}

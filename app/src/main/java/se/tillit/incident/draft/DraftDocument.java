package se.tillit.incident.draft;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.tillit.exchange.document.Block;
import se.tillit.exchange.document.Document;
import se.tillit.exchange.document.Facts;
import se.tillit.exchange.document.Heading;
import se.tillit.exchange.document.Margins;
import se.tillit.exchange.document.Paragraph;
import se.tillit.exchange.document.Provenance;
import se.tillit.exchange.document.Table;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Sweden;
import se.tillit.web.Words;

/// Sets a draft as a document: to an authority with its marking of secrecy (OSL 5 kap. 5 §) and
/// what has changed since the version before, or as a letter to those affected.
final class DraftDocument {

  private final Draft draft;
  private final Words words;
  private final Viewer viewer;

  DraftDocument(Draft draft, Viewer viewer) {
    this.draft = draft;
    this.words = draft.words();
    this.viewer = viewer;
  }

  Document document() {
    return draft.head().isLetter() ? letter() : report();
  }

  String title() {
    return draft.head().isLetter()
        ? words.t("incident.draft.letter.title")
        : draft.step().name().in(words);
  }

  private Document report() {
    List<Block> body = new ArrayList<>();
    exercise(body);
    body.add(new Facts(facts()));
    changes(body);
    for (DraftField field : draft.fields()) {
      body.add(new Heading(1, heading(field)));
      if (field.isBlank()) {
        body.add(
            Paragraph.of(
                Paragraph.Kind.NOTE,
                words.t(
                    field.isMissing()
                        ? "incident.draft.document.missing"
                        : "incident.draft.document.blank")));
      } else {
        text(body, field.value());
      }
    }
    body.add(Paragraph.of(Paragraph.Kind.NOTE, provenance()));
    return set(
        words.t(
            draft.isFrozen() ? "incident.draft.document.sent" : "incident.draft.document.draft"),
        draft.head().responsible(),
        body);
  }

  private String heading(DraftField field) {
    String label = field.field().label().in(words);
    boolean secret = field.field().secret() && !draft.head().secrecy().isEmpty();
    return secret ? words.t("incident.draft.document.may-be-secret", label) : label;
  }

  private List<Facts.Fact> facts() {
    var facts = new ArrayList<Facts.Fact>();
    Draft.Head head = draft.head();
    fact(facts, "incident.draft.recipient", draft.to().name());
    fact(facts, "incident.draft.channel", draft.to().channel());
    fact(facts, "incident.draft.responsible", head.responsible());
    fact(facts, "incident.draft.reference", head.reference());
    fact(facts, "incident.draft.version", Integer.toString(head.number()));
    Draft.Sent sent = draft.sent();
    if (sent != null) {
      fact(facts, "incident.draft.sent-at", words.time(sent.at()));
      fact(facts, "incident.draft.sender", sent.sender());
      fact(facts, "incident.draft.case-number", sent.caseNumber());
    }
    if (!head.secrecy().isEmpty()) {
      facts.add(
          new Facts.Fact(
              words.t("incident.draft.secrecy"),
              words.t(
                  "incident.draft.secrecy.note",
                  head.secrecy(),
                  words.date(head.made().at().atZone(Sweden.ZONE).toLocalDate()),
                  head.responsible())));
    }
    return facts;
  }

  private void fact(List<Facts.Fact> facts, String key, String value) {
    if (!value.isBlank()) {
      facts.add(new Facts.Fact(words.t(key), value));
    }
  }

  /// What a supplement says otherwise than the version that was sent.
  private void changes(List<Block> body) {
    if (draft.changed().isEmpty()) {
      return;
    }
    body.add(new Heading(1, words.t("incident.draft.changes")));
    body.add(
        new Table(
            words.t("incident.draft.changes.table"),
            List.of(
                Table.Column.text(words.t("incident.draft.field"), 2),
                Table.Column.text(words.t("incident.draft.before"), 3),
                Table.Column.text(words.t("incident.draft.now"), 3)),
            draft.changed().stream()
                .map(it ->
                    Table.Row.of(it.field().label().in(words), dash(it.before()), dash(it.value())))
                .toList()));
  }

  private static String dash(@Nullable String text) {
    return text == null || text.isBlank() ? "–" : text;
  }

  private Document letter() {
    List<Block> body = new ArrayList<>();
    exercise(body);
    Draft.Sent sent = draft.sent();
    var facts = new ArrayList<Facts.Fact>();
    fact(facts, "incident.draft.letter.for", draft.head().audience());
    fact(facts, "incident.draft.letter.from", draft.head().responsible());
    fact(facts, "incident.draft.letter.reference", draft.head().reference());
    if (sent != null) {
      fact(facts, "incident.draft.letter.date", words.time(sent.at()));
    }
    body.add(new Facts(facts));
    for (DraftField field : draft.fields()) {
      if (!field.isBlank() || field.isMissing()) {
        body.add(new Heading(1, field.field().label().in(words)));
        text(body, field.isMissing() ? words.t("incident.draft.document.missing") : field.value());
      }
    }
    if (!draft.isFrozen()) {
      body.add(Paragraph.of(Paragraph.Kind.NOTE, words.t("incident.draft.letter.draft")));
    }
    return set(draft.head().responsible(), "", body);
  }

  private void exercise(List<Block> body) {
    if (draft.head().exercise()) {
      body.add(Paragraph.of(Paragraph.Kind.LEAD, words.t("incident.draft.document.exercise")));
    }
  }

  private static void text(List<Block> body, String text) {
    for (String paragraph : text.split("\n{2,}")) {
      if (!paragraph.isBlank()) {
        body.add(Paragraph.of(paragraph.strip()));
      }
    }
  }

  private String provenance() {
    var regime = draft.rule().regime();
    return words.t(
        "incident.draft.document.provenance",
        draft.head().made().by(),
        draft.head().made().at(),
        draft.version(),
        regime.titles().name().in(words),
        draft.rule().number(),
        words.date(regime.from()));
  }

  private Document set(String kicker, String subtitle, List<Block> body) {
    Draft.Sent sent = draft.sent();
    String secrecy = draft.head().isLetter() ? "" : draft.head().secrecy();
    return new Document(
        kicker,
        title(),
        subtitle,
        words.language().equals("sv") ? Locale.forLanguageTag("sv-SE") : Locale.ENGLISH,
        new Provenance(
            draft.head().responsible(),
            title() + ", " + draft.head().responsible(),
            List.of(draft.head().reference()),
            sent == null ? lastEdited() : sent.at()),
        new Margins(
            viewer.seat().tenantName(),
            secrecy.isEmpty() ? draft.head().reference() : secrecy,
            title() + ", " + draft.head().reference(),
            words.t("incident.draft.page")),
        body);
  }

  private Instant lastEdited() {
    Instant last = draft.head().made().at();
    for (DraftField field : draft.fields()) {
      Instant at = field.edited().at();
      if (at != null && at.isAfter(last)) {
        last = at;
      }
    }
    return last;
  }
}

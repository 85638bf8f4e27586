package se.tillit.improvement.review;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.tillit.exchange.document.Block;
import se.tillit.exchange.document.Document;
import se.tillit.exchange.document.Facts;
import se.tillit.exchange.document.Heading;
import se.tillit.exchange.document.Listing;
import se.tillit.exchange.document.Margins;
import se.tillit.exchange.document.Paragraph;
import se.tillit.exchange.document.Provenance;
import se.tillit.exchange.document.Table;
import se.tillit.improvement.AgendaPoint;
import se.tillit.web.Words;

/// Sets the minutes of a review as a document, in Swedish: what is filed is read by all.
final class ReviewMinutes {

  private final Review review;
  private final ReviewFacts facts;
  private final String tenant;
  private final Words words = Words.SWEDISH;

  ReviewMinutes(Review review, ReviewFacts facts, String tenant) {
    this.review = review;
    this.facts = facts;
    this.tenant = tenant;
  }

  Document document() {
    List<Block> body = new ArrayList<>();
    if (!review.isFrozen()) {
      body.add(Paragraph.of(Paragraph.Kind.NOTE, words.t("improvement.review.draft-note")));
    }
    body.add(head());
    if (!review.conclusion().isBlank()) {
      body.add(new Heading(1, words.t("improvement.review.conclusion")));
      paragraphs(body, review.conclusion());
    }
    decisions(body);
    for (AgendaPoint point : AgendaPoint.values()) {
      point(body, point);
    }
    body.add(
        Paragraph.of(
            Paragraph.Kind.NOTE,
            words.t(
                "improvement.review.counted",
                words.date(review.from()),
                words.date(review.day()))));
    return new Document(
        words.t("improvement.review.minutes"),
        review.title(),
        words.date(review.day()),
        Locale.forLanguageTag("sv-SE"),
        new Provenance(tenant, review.title(), List.of("ISO/IEC 27001 9.3"), made()),
        new Margins(tenant, review.reference(), review.title(), words.t("improvement.review.page")),
        body);
  }

  private Facts head() {
    String body = review.bodyName();
    return new Facts(
        List.of(
            new Facts.Fact(words.t("improvement.review.day"), words.date(review.day())),
            new Facts.Fact(
                words.t("improvement.review.body"),
                body == null ? words.t("improvement.whole") : body),
            new Facts.Fact(words.t("improvement.review.reference"), dash(review.reference())),
            new Facts.Fact(
                words.t("improvement.review.participants"),
                dash(String.join(", ", review.participants())))));
  }

  private void decisions(List<Block> body) {
    body.add(new Heading(1, words.t("improvement.review.decisions")));
    if (review.decisions().isEmpty()) {
      body.add(Paragraph.of(words.t("improvement.review.no-decisions")));
      return;
    }
    body.add(
        new Table(
            words.t("improvement.review.decisions"),
            List.of(
                Table.Column.text(words.t("improvement.review.decision"), 6),
                Table.Column.text(words.t("improvement.responsible"), 3),
                Table.Column.text(words.t("improvement.due"), 2)),
            review.decisions().stream().map(this::row).toList()));
  }

  private Table.Row row(Review.Decided decision) {
    String owner = decision.ownerName();
    LocalDate due = decision.due();
    return Table.Row.of(
        decision.text(), owner == null ? "–" : dash(owner), due == null ? "–" : words.date(due));
  }

  private void point(List<Block> body, AgendaPoint point) {
    List<String> sentences = facts.at(point).stream().map(it -> it.said(words)).toList();
    String note = review.notes().getOrDefault(point.key(), "");
    body.add(new Heading(1, words.t("improvement.review.point." + point.key())));
    if (!sentences.isEmpty()) {
      body.add(Listing.bulleted(sentences));
    }
    paragraphs(body, note);
    if (sentences.isEmpty() && note.isBlank()) {
      body.add(Paragraph.of(words.t("improvement.review.nothing")));
    }
  }

  private static void paragraphs(List<Block> body, String text) {
    for (String paragraph : text.replace("\r\n", "\n").split("\n{2,}")) {
      if (!paragraph.isBlank()) {
        body.add(Paragraph.of(paragraph.strip()));
      }
    }
  }

  private Instant made() {
    Instant frozen = review.frozenAt();
    return frozen == null ? review.day().atStartOfDay().toInstant(ZoneOffset.UTC) : frozen;
  }

  private static String dash(String text) {
    return text.isBlank() ? "–" : text;
  }
}

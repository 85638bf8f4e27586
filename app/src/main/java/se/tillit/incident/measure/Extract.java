package se.tillit.incident.measure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import se.tillit.exchange.document.Block;
import se.tillit.exchange.document.Document;
import se.tillit.exchange.document.Margins;
import se.tillit.exchange.document.Paragraph;
import se.tillit.exchange.document.Provenance;
import se.tillit.exchange.document.Table;
import se.tillit.web.Words;

/// The quarterly extract to a board: decisions taken in its stead, as a page and as a document.
public record Extract(
    String board, Quarter quarter, List<DelegatedDecision> decisions, Words words) {

  public Extract {
    decisions = List.copyOf(decisions);
  }

  public String title() {
    return words.t("incident.extract.title");
  }

  public String subtitle() {
    return words.t(
        "incident.extract.subtitle", board, quarter.number(), Integer.toString(quarter.year()));
  }

  public String lead() {
    return words.t(
        "incident.extract.lead",
        decisions.size(),
        words.date(quarter.from()),
        words.date(quarter.to()));
  }

  /// Whether any of the cases carries a ground of secrecy.
  public boolean isSecret() {
    return decisions.stream().anyMatch(it -> it.secrecyGround() != null);
  }

  public String kind(DelegatedDecision decision) {
    String key = "incident.decision." + decision.kind();
    return words.knows(key) ? words.t(key) : decision.kind();
  }

  public String diary(DelegatedDecision decision) {
    return decision.diaryNumber().isBlank()
        ? words.t("incident.extract.no-diary")
        : decision.diaryNumber();
  }

  Document document(String town, Instant made) {
    List<Block> body = new ArrayList<>();
    if (isSecret()) {
      body.add(Paragraph.of(Paragraph.Kind.NOTE, words.t("incident.extract.secret")));
    }
    body.add(Paragraph.of(Paragraph.Kind.LEAD, lead()));
    if (!decisions.isEmpty()) {
      body.add(table());
    }
    body.add(Paragraph.of(Paragraph.Kind.NOTE, words.t("incident.extract.law")));
    return new Document(
        words.t("incident.extract.kicker"),
        title(),
        subtitle(),
        words.locale(),
        new Provenance(town, title(), List.of(board, quarter.toString()), made),
        new Margins(
            town,
            isSecret() ? words.t("incident.extract.mark") : "",
            title(),
            words.t("incident.extract.page")),
        body);
  }

  private Table table() {
    return new Table(
        words.t("incident.extract.table"),
        List.of(
            Table.Column.text(words.t("incident.extract.day"), 3),
            Table.Column.text(words.t("incident.extract.kind"), 4),
            Table.Column.text(words.t("incident.extract.point"), 3),
            Table.Column.text(words.t("incident.extract.decider"), 4),
            Table.Column.text(words.t("incident.extract.reference"), 3),
            Table.Column.text(words.t("incident.extract.diary"), 3)),
        decisions.stream()
            .map(it ->
                Table.Row.of(
                    words.time(it.decidedAt()),
                    kind(it),
                    it.delegationPoint(),
                    it.decider(),
                    it.reference(),
                    diary(it)))
            .toList());
  }
}

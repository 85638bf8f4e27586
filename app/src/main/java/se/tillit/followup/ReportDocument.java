package se.tillit.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import se.tillit.exchange.document.Block;
import se.tillit.exchange.document.Document;
import se.tillit.exchange.document.Facts;
import se.tillit.exchange.document.Figure;
import se.tillit.exchange.document.Heading;
import se.tillit.exchange.document.KeyFigures;
import se.tillit.exchange.document.Listing;
import se.tillit.exchange.document.Margins;
import se.tillit.exchange.document.Paragraph;
import se.tillit.exchange.document.Provenance;
import se.tillit.exchange.document.ReportSection;
import se.tillit.exchange.document.Span;
import se.tillit.exchange.document.Table;
import se.tillit.exchange.document.Tone;
import se.tillit.web.State;
import se.tillit.web.Words;
import se.tillit.web.chart.ComparisonBars;
import se.tillit.web.chart.ConformanceIcicle;
import se.tillit.web.chart.Drawing;
import se.tillit.web.chart.TrendLine;

/// Sets a report and its cover letter (tjänsteskrivelse) as documents.
final class ReportDocument {

  private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");

  private final Report report;
  private final ReportFacts facts;
  private final Words words;

  ReportDocument(Report report, ReportFacts facts, Words words) {
    this.report = report;
    this.facts = facts;
    this.words = words;
  }

  /// The report itself: words, figures, charts, every demand.
  Document report() {
    List<Block> body = new ArrayList<>();
    if (report.state() == ReportState.DRAFT) {
      body.add(Paragraph.of(Paragraph.Kind.NOTE, words.t("followup.report.draft.note")));
    }
    body.add(Paragraph.of(Paragraph.Kind.LEAD, lead()));
    occasion(body);
    keyFigures(body);
    written(body, "summary");
    written(body, "work");
    figures(body);
    organisation(body);
    bodies(body);
    trends(body);
    for (ReportSection.Section section : facts.sectionsIn(words.language())) {
      body.add(new Heading(1, section.title()));
      body.addAll(section.blocks());
    }
    demands(body);
    written(body, "risks");
    written(body, "incidents");
    written(body, "next");
    body.add(
        Paragraph.of(
            Paragraph.Kind.NOTE, words.t("followup.report.frozen.note", words.date(facts.day()))));
    return document(words.t("followup.report.word"), title(), report.bodyName(), body);
  }

  /// The letter that brings it to the board, with what the board is asked to decide.
  Document letter() {
    List<Block> body = new ArrayList<>();
    body.add(
        new Facts(
            List.of(
                new Facts.Fact(words.t("followup.letter.date"), words.date(facts.day())),
                new Facts.Fact(words.t("followup.letter.reference"), dash(report.reference())),
                new Facts.Fact(words.t("followup.letter.to"), report.bodyName()))));
    body.add(new Heading(1, words.t("followup.letter.proposal")));
    body.add(Paragraph.of(words.t("followup.letter.decides", report.bodyName())));
    body.add(Listing.numbered(decisions()));
    body.add(new Heading(1, words.t("followup.letter.summary")));
    body.add(Paragraph.of(lead()));
    if (!report.written("summary").isBlank()) {
      paragraphs(body, report.written("summary"));
    }
    keyFigures(body);
    body.add(new Heading(1, words.t("followup.letter.enclosed")));
    body.add(
        Listing.bulleted(
            List.of(
                words.t("followup.letter.enclosed.this"),
                title() + ", " + words.date(facts.day()))));
    return document(words.t("followup.letter.word"), title(), report.bodyName(), body);
  }

  private List<String> decisions() {
    return report.written("decision").isBlank()
        ? List.of(words.t("followup.letter.decision.receive", title()))
        : report.written("decision").lines().filter(line -> !line.isBlank()).toList();
  }

  String title() {
    return report.about().title(words);
  }

  private void occasion(List<Block> body) {
    if (report.reason().isBlank()) {
      return;
    }
    body.add(new Heading(1, words.t("followup.report.reason")));
    if (!report.subject().isBlank()) {
      body.add(new Paragraph(Paragraph.Kind.BODY, List.of(Span.strong(report.subject()))));
    }
    paragraphs(body, report.reason());
  }

  private String lead() {
    return facts.lead(report.about(), words);
  }

  private void keyFigures(List<Block> body) {
    if (facts.clauses().isEmpty()) {
      return;
    }
    List<KeyFigures.KeyFigure> figures = new ArrayList<>();
    for (State state : State.values()) {
      figures.add(
          new KeyFigures.KeyFigure(
              words.number(facts.count(state)),
              words.t("followup.report.demands." + state.word()),
              "",
              tone(state)));
    }
    body.add(new KeyFigures(figures));
  }

  private void written(List<Block> body, String section) {
    if (!report.written(section).isBlank()) {
      body.add(new Heading(1, words.t("followup.section." + section)));
      paragraphs(body, report.written(section));
    }
  }

  private static void paragraphs(List<Block> body, String text) {
    for (String paragraph : text.replace("\r\n", "\n").split("\n{2,}")) {
      if (!paragraph.isBlank()) {
        body.add(Paragraph.of(paragraph.strip()));
      }
    }
  }

  private void figures(List<Block> body) {
    if (facts.figures().isEmpty()) {
      return;
    }
    body.add(new Heading(1, words.t("followup.report.figures")));
    String now = words.date(facts.day());
    String before = words.date(facts.day().minusYears(1));
    List<ComparisonBars.Row> rows =
        facts.figures().stream()
            .map(it ->
                new ComparisonBars.Row(
                    ShownFigure.title(it.indicator(), words), it.now(), it.before()))
            .toList();
    String caption = words.t("followup.report.comparison", now, before);
    body.add(figure(new ComparisonBars(caption, now, before, rows).draw(words)));
    body.add(figureTable());
  }

  private Table figureTable() {
    return new Table(
        words.t("followup.report.figures.table"),
        List.of(
            Table.Column.text(words.t("followup.report.figure"), 5),
            Table.Column.text(words.t("followup.state"), 2),
            Table.Column.figure(words.t("followup.count"), 2),
            Table.Column.figure(words.t("followup.report.target"), 1)),
        facts.figures().stream()
            .map(it ->
                new Table.Row(
                    List.of(
                        Table.Cell.of(ShownFigure.title(it.indicator(), words)),
                        state(it.tally().state()),
                        Table.Cell.of(
                            it.tally().total() == 0
                                ? "–"
                                : words.t("web.met-of", it.tally().met(), it.tally().total())),
                        Table.Cell.of(it.tally().target() + "\u00a0%")),
                    false))
            .toList());
  }

  private void organisation(List<Block> body) {
    if (facts.parts().isEmpty()) {
      return;
    }
    body.add(new Heading(1, words.t("followup.picture")));
    body.add(
        figure(
            new ConformanceIcicle(words.t("followup.picture"), facts.parts().getFirst().asPart())
                .draw(words)));
  }

  private void bodies(List<Block> body) {
    if (facts.bodyRows().size() < 2) {
      return;
    }
    String now = words.date(facts.day());
    String before = words.date(facts.day().minusYears(1));
    String caption = words.t("followup.bodies", now, before);
    body.add(figure(new ComparisonBars(caption, now, before, facts.bodyRows()).draw(words)));
  }

  // The two figures that most is missing in: what a board should follow.
  private void trends(List<Block> body) {
    List<ReportFacts.FigureFact> weakest =
        facts.figures().stream()
            .filter(it -> it.tally().total() > 0 && it.tally().state() != State.KEPT)
            .sorted(Comparator.comparing(it -> -it.tally().missing()))
            .limit(2)
            .toList();
    if (!weakest.isEmpty()) {
      body.add(new Heading(1, words.t("followup.report.trends")));
    }
    for (ReportFacts.FigureFact it : weakest) {
      List<TrendLine.Month> months =
          it.months().stream().map(ReportFacts.MonthFact::asMonth).toList();
      String title = ShownFigure.title(it.indicator(), words);
      body.add(figure(new TrendLine(title, months, it.tally().target()).large(words)));
    }
  }

  private void demands(List<Block> body) {
    if (facts.clauses().isEmpty()) {
      return;
    }
    body.add(new Heading(1, words.t("followup.report.demands")));
    body.add(
        new Table(
            words.t("followup.report.demands.table", facts.document()),
            List.of(
                Table.Column.text(words.t("followup.report.section"), 1),
                Table.Column.text(words.t("followup.report.demand"), 8),
                Table.Column.text(words.t("followup.state"), 2)),
            facts.clauses().stream()
                .map(it ->
                    new Table.Row(
                        List.of(
                            Table.Cell.of(it.section()),
                            Table.Cell.of(it.text()),
                            state(it.state())),
                        false))
                .toList()));
  }

  private Table.Cell state(State state) {
    return new Table.Cell(words.t(state.labelKey()), tone(state));
  }

  private static Tone tone(State state) {
    return switch (state) {
      case KEPT -> Tone.GOOD;
      case AT_RISK -> Tone.CAUTION;
      case NOT_KEPT -> Tone.BAD;
      case NOT_MEASURED -> Tone.UNKNOWN;
    };
  }

  private static Figure figure(Drawing drawing) {
    return new Figure(drawing.svg(), drawing.alternative(), drawing.title());
  }

  private Document document(String kicker, String title, String subtitle, List<Block> body) {
    return new Document(
        kicker,
        title,
        subtitle,
        words.language().equals("sv") ? SWEDISH : Locale.ENGLISH,
        new Provenance(facts.tenant(), title + ", " + subtitle, List.of(facts.document()), made()),
        new Margins(facts.tenant(), report.reference(), title, words.t("followup.page")),
        body);
  }

  private Instant made() {
    Instant frozen = report.course().frozenAt();
    LocalDate day = facts.day();
    return frozen == null ? day.atStartOfDay().toInstant(ZoneOffset.UTC) : frozen;
  }

  private static String dash(String text) {
    return text.isBlank() ? "–" : text;
  }
}

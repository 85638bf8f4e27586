package se.tillit.incident.measure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.exchange.document.Block;
import se.tillit.exchange.document.KeyFigures;
import se.tillit.exchange.document.KeyFigures.KeyFigure;
import se.tillit.exchange.document.Paragraph;
import se.tillit.exchange.document.ReportSection;
import se.tillit.exchange.document.Table;
import se.tillit.exchange.document.Tone;
import se.tillit.identity.Scope;
import se.tillit.kernel.Sweden;
import se.tillit.web.Words;

/// What a report tells of incidents: how many, of which kinds, how long they took, against the year
/// before (K-4.1.7a, K-4.1.7d).
@Component
class IncidentsInReports implements ReportSection {

  private static final int MOST = 8;

  private final CaseFigures figures;
  private final DeadlinesKept deadlines;
  private final Clock clock;

  IncidentsInReports(CaseFigures figures, DeadlinesKept deadlines, Clock clock) {
    this.figures = figures;
    this.deadlines = deadlines;
    this.clock = clock;
  }

  @Override
  public int order() {
    return 30;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Section> tell(About about, Words words) {
    LocalDate last = about.to().isBefore(about.day()) ? about.to() : about.day();
    if (last.isBefore(about.from())) {
      return Optional.empty();
    }
    var whose = new CaseCounts.Whose(Scope.EVERYTHING, about.body());
    var shown =
        new ShownFigures(
            figures.told(whose, new Span(about.from(), last), words),
            new Span(about.from(), last),
            words);
    if (shown.isEmpty()) {
      return Optional.empty();
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(Paragraph.of(shown.lead()));
    blocks.add(keyFigures(shown.counted(), words));
    shown.sentences().forEach(it -> blocks.add(Paragraph.of(it)));
    kept(about, words).ifPresent(blocks::add);
    kinds(shown.counted(), words).ifPresent(blocks::add);
    return Optional.of(new Section(words.t("incident.in-report.title"), blocks));
  }

  /// Of deadlines the last year is known, and only as it is seen today.
  private Optional<Block> kept(About about, Words words) {
    if (!about.day().equals(Sweden.today(clock))) {
      return Optional.empty();
    }
    var share = deadlines.share(about.body());
    return share.measured()
        ? Optional.of(
            Paragraph.of(words.t("incident.in-report.deadlines", share.met(), share.total())))
        : Optional.empty();
  }

  private static KeyFigures keyFigures(Counted counted, Words words) {
    List<KeyFigure> figures = new ArrayList<>();
    var total = counted.total();
    Long before = total.before();
    figures.add(
        new KeyFigure(
            total.now() == null ? words.t("incident.in-report.few") : words.number(total.now()),
            words.t("incident.in-report.reported"),
            before == null ? "" : words.t("incident.in-report.before", before),
            Tone.PLAIN));
    if (counted.settled().now() != null) {
      figures.add(
          new KeyFigure(
              words.decimal(counted.settled().now()),
              words.t("incident.in-report.days"),
              "",
              Tone.PLAIN));
    }
    return new KeyFigures(figures);
  }

  private static Optional<Block> kinds(Counted counted, Words words) {
    if (counted.kinds().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Table(
            words.t("incident.figures.by-kind"),
            List.of(
                Table.Column.text(words.t("incident.figures.name"), 4),
                Table.Column.figure(words.t("incident.figures.period"), 1),
                Table.Column.figure(words.t("incident.figures.before"), 1)),
            counted.kinds().stream()
                .limit(MOST)
                .map(it ->
                    Table.Row.of(it.name(), words.number(it.now()), words.number(it.before())))
                .toList()));
  }
}

package se.tillit.followup;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tillit.exchange.document.ReportSection;
import se.tillit.web.State;
import se.tillit.web.Words;
import se.tillit.web.chart.ComparisonBars;
import se.tillit.web.chart.ConformanceIcicle;
import se.tillit.web.chart.Drawing;

/// A report's figures as its page shows them.
public record ShownReport(Facts facts, Words words) {

  ShownReport(ReportPeriod about, ReportFacts facts, Words words) {
    this(new Facts(about, facts), words);
  }

  /// Keeps what was gathered to this module.
  public static final class Facts {
    private final ReportPeriod about;
    private final ReportFacts gathered;

    Facts(ReportPeriod about, ReportFacts gathered) {
      this.about = about;
      this.gathered = gathered;
    }
  }

  public String lead() {
    return facts.gathered.lead(facts.about, words);
  }

  /// Whether it tells how demands are kept.
  public boolean hasDemands() {
    return !facts.gathered.clauses().isEmpty();
  }

  public String day() {
    return words.date(facts.gathered.day());
  }

  public long count(State state) {
    return facts.gathered.count(state);
  }

  /// This year's figures against last year's; none while nothing is bound.
  public @Nullable Drawing comparison() {
    if (facts.gathered.figures().isEmpty()) {
      return null;
    }
    String now = day();
    String before = words.date(facts.gathered.day().minusYears(1));
    List<ComparisonBars.Row> rows =
        facts.gathered.figures().stream()
            .map(it ->
                new ComparisonBars.Row(
                    ShownFigure.title(it.indicator(), words), it.now(), it.before()))
            .toList();
    String title = words.t("followup.report.comparison", now, before);
    return new ComparisonBars(title, now, before, rows).draw(words);
  }

  /// Body beside body; none where the report is about one of them.
  public @Nullable Drawing bodies() {
    List<ComparisonBars.Row> rows = facts.gathered.bodyRows();
    String now = day();
    String before = words.date(facts.gathered.day().minusYears(1));
    return rows.size() < 2
        ? null
        : new ComparisonBars(words.t("followup.bodies", now, before), now, before, rows)
            .draw(words);
  }

  /// What other modules tell.
  public List<ReportSection.Section> sections() {
    return facts.gathered.sectionsIn(words.language());
  }

  public @Nullable Drawing picture() {
    return facts.gathered.parts().isEmpty()
        ? null
        : new ConformanceIcicle(
                words.t("followup.picture"), facts.gathered.parts().getFirst().asPart())
            .draw(words);
  }
}

package se.tillit.followup;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tillit.exchange.document.ReportSection;
import se.tillit.web.State;
import se.tillit.web.Words;
import se.tillit.web.chart.ComparisonBars;
import se.tillit.web.chart.ConformanceIcicle.Part;
import se.tillit.web.chart.Share;
import se.tillit.web.chart.TrendLine;

/// Everything that a report tells in figures, for one body on one day: frozen as it stands.
record ReportFacts(
    String tenant,
    LocalDate day,
    String document,
    List<ClauseFact> clauses,
    List<FigureFact> figures,
    List<PartFact> parts,
    @Nullable List<BodyFact> bodies,
    @Nullable Map<String, List<ReportSection.Section>> sections) {

  /// What other modules tell, in the language of the reader.
  List<ReportSection.Section> sectionsIn(String language) {
    return sections == null ? List.of() : sections.getOrDefault(language, List.of());
  }

  /// The bodies side by side; none where the report is about one of them.
  List<ComparisonBars.Row> bodyRows() {
    return bodies == null ? List.of() : bodies.stream().map(BodyFact::asRow).toList();
  }

  /// A body's share on the day and a year before.
  record BodyFact(String name, long met, long total, long metBefore, long totalBefore) {

    static BodyFact of(ComparisonBars.Row row) {
      return new BodyFact(
          row.name(), row.now().met(), row.now().total(), row.before().met(), row.before().total());
    }

    ComparisonBars.Row asRow() {
      return new ComparisonBars.Row(name, new Share(met, total), new Share(metBefore, totalBefore));
    }
  }

  /// A demand and how the body keeps it.
  record ClauseFact(String section, String text, State state) {}

  /// An indicator's sum today, a year before, and month by month.
  record FigureFact(
      String indicator, Tally tally, long metBefore, long totalBefore, List<MonthFact> months) {

    Share now() {
      return new Share(tally.met(), tally.total());
    }

    Share before() {
      return new Share(metBefore, totalBefore);
    }
  }

  /// The sum at the end of a month.
  record MonthFact(String month, long met, long total) {

    TrendLine.Month asMonth() {
      return new TrendLine.Month(YearMonth.parse(month), new Share(met, total));
    }
  }

  /// A part of the organisation with its own parts.
  record PartFact(String name, State state, long met, long total, List<PartFact> parts) {

    static PartFact of(Part part) {
      return new PartFact(
          part.name(),
          part.state(),
          part.share().met(),
          part.share().total(),
          part.parts().stream().map(PartFact::of).toList());
    }

    Part asPart() {
      return new Part(
          name, state, new Share(met, total), parts.stream().map(PartFact::asPart).toList());
    }
  }

  /// What the report is about, in one sentence.
  String lead(ReportPeriod about, Words words) {
    return about.isOfDataProtection()
        ? words.t("followup.report.lead.data-protection", about.in(words), clauses.size())
        : words.t(
            "followup.report.lead",
            clauses.size(),
            document,
            count(State.KEPT),
            count(State.AT_RISK),
            count(State.NOT_KEPT),
            count(State.NOT_MEASURED));
  }

  long count(State state) {
    return clauses.stream().filter(clause -> clause.state() == state).count();
  }
}

package se.tillit.followup;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import se.tillit.web.State;
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
    List<PartFact> parts) {

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

  long count(State state) {
    return clauses.stream().filter(clause -> clause.state() == state).count();
  }
}

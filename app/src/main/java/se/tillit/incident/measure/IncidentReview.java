package se.tillit.incident.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import se.tillit.identity.Scope;
import se.tillit.improvement.AgendaPoint;
import se.tillit.improvement.ReviewInput;
import se.tillit.incident.measure.CaseCounts.Cell;
import se.tillit.incident.measure.CaseCounts.Whose;

/// What incidents tell a management review (ISO/IEC 27001 clause 9.3.2).
@Component
class IncidentReview implements ReviewInput {

  private static final String PATH = "/incidents/figures";

  private final CaseCounts counts;

  IncidentReview(CaseCounts counts) {
    this.counts = counts;
  }

  @Override
  public List<Line> lines(LocalDate from, LocalDate to) {
    var whose = new Whose(Scope.EVERYTHING, null);
    var span = new Span(from, to);
    List<Cell> cells = counts.cells(whose, span);
    long all = cells.stream().mapToLong(Cell::count).sum();
    long risks =
        cells.stream().filter(it -> it.certainty().equals("RISK")).mapToLong(Cell::count).sum();
    var lines = new ArrayList<Line>();
    lines.add(
        Line.of(
            AgendaPoint.NONCONFORMITIES,
            PATH,
            "incident.review.reported",
            all,
            counts.cells(whose, span.yearBefore()).stream().mapToLong(Cell::count).sum(),
            counts.median(whose, span).closed()));
    lines.add(Line.of(AgendaPoint.RISKS, PATH, "incident.review.risks", risks));
    return List.copyOf(lines);
  }
}

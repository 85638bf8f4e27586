package se.tillit.followup;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.tillit.web.State;
import se.tillit.web.chart.TrendLine;

/// How an adopted document is kept: its whole text, each demand with its state and the figures that
/// decide it.
public record Conformance(Adopted document, List<Section> sections) {

  /// The document as it was adopted.
  public record Adopted(
      UUID id,
      String title,
      String level,
      LocalDate fromDay,
      @Nullable LocalDate adoptedDay,
      @Nullable String adoptedBy,
      @Nullable String paragraph,
      @Nullable LocalDate revisionDay) {}

  /// A section with its text in reading order.
  public record Section(String number, String title, int depth, List<Clause> clauses) {

    Section with(Map<UUID, List<Figure>> figures) {
      return new Section(
          number,
          title,
          depth,
          clauses.stream().map(it -> it.with(figures.getOrDefault(it.id(), List.of()))).toList());
    }
  }

  /// A sentence or item; a demand has a state, context has none.
  public record Clause(
      UUID id,
      String marker,
      String leadIn,
      String text,
      boolean demand,
      String role,
      List<Figure> figures) {

    Clause with(List<Figure> told) {
      return new Clause(id, marker, leadIn, text, demand, role, told);
    }

    /// The worst of its figures.
    public State state() {
      return Tally.worst(figures.stream().map(figure -> figure.tally().state()));
    }
  }

  /// What one indicator says of a clause.
  ///
  /// @param clause whose records are told of, where the indicator tells clauses apart
  public record Figure(
      String indicator, @Nullable UUID clause, Tally tally, List<TrendLine.Month> months) {}

  /// The same text with the figures of each clause.
  Conformance with(Map<UUID, List<Figure>> figures) {
    return new Conformance(
        document, sections.stream().map(section -> section.with(figures)).toList());
  }

  /// What it asks of one role.
  Conformance ofRole(String asked) {
    return new Conformance(
        document,
        sections.stream()
            .map(it ->
                new Section(
                    it.number(),
                    it.title(),
                    it.depth(),
                    it.clauses().stream().filter(clause -> asked.equals(clause.role())).toList()))
            .toList());
  }

  Stream<Clause> demands() {
    return sections.stream().flatMap(section -> section.clauses().stream()).filter(Clause::demand);
  }

  public long count(State state) {
    return demands().filter(clause -> clause.state() == state).count();
  }

  public long demandCount() {
    return demands().count();
  }
}

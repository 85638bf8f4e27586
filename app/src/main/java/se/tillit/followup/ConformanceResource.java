package se.tillit.followup;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.indicator.Figures;
import se.tillit.web.State;

/// How the documents in force are kept, as JSON.
@RestController
class ConformanceResource {

  private final ConformanceQuery conformance;
  private final Organisation organisation;
  private final Figures figures;

  ConformanceResource(ConformanceQuery conformance, Organisation organisation, Figures figures) {
    this.conformance = conformance;
    this.organisation = organisation;
    this.figures = figures;
  }

  /// Every document in force with its demands.
  record Standing(List<DocumentStanding> items) {}

  /// A document and how its demands are kept.
  record DocumentStanding(
      Conformance.Adopted document, long demands, Counts states, List<ClauseStanding> clauses) {}

  /// How many demands are in each state.
  record Counts(long kept, long atRisk, long notKept, long notMeasured) {}

  /// A demand with its state and figures.
  record ClauseStanding(
      UUID id,
      String section,
      String text,
      String role,
      String state,
      List<FigureStanding> figures) {}

  /// An indicator's sum against what is asked.
  record FigureStanding(String indicator, long met, long total, int target, String state) {}

  @Requires(FollowupPermissions.READ)
  @GetMapping("/api/v1/{tenant}/conformance")
  Standing list(
      Viewer viewer,
      @RequestParam @Nullable UUID body,
      @RequestParam @Nullable UUID unit,
      @RequestParam @Nullable String day) {
    figures.refresh();
    Reach reach =
        organisation.reach(viewer.scope(FollowupPermissions.READ), body, unit, Days.asked(day));
    return new Standing(
        conformance.documents(reach).stream()
            .map(document -> standing(conformance.of(document, reach)))
            .toList());
  }

  private static DocumentStanding standing(Conformance read) {
    List<ClauseStanding> clauses =
        read.sections().stream()
            .flatMap(section ->
                section.clauses().stream()
                    .filter(Conformance.Clause::demand)
                    .map(clause -> standing(section.number(), clause)))
            .toList();
    Counts counts =
        new Counts(
            read.count(State.KEPT),
            read.count(State.AT_RISK),
            read.count(State.NOT_KEPT),
            read.count(State.NOT_MEASURED));
    return new DocumentStanding(read.document(), read.demandCount(), counts, clauses);
  }

  private static ClauseStanding standing(String section, Conformance.Clause clause) {
    return new ClauseStanding(
        clause.id(),
        section,
        clause.text(),
        clause.role(),
        clause.state().word(),
        clause.figures().stream()
            .map(it ->
                new FigureStanding(
                    it.indicator(),
                    it.tally().met(),
                    it.tally().total(),
                    it.tally().target(),
                    it.tally().state().word()))
            .toList());
  }
}

package se.tillit.governingdocument.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.tillit.governingdocument.clause.Clause;
import se.tillit.governingdocument.clause.ClauseInheritance;
import se.tillit.governingdocument.clause.ClauseRegister;
import se.tillit.governingdocument.clause.ReportDuty;
import se.tillit.governingdocument.clause.Section;
import se.tillit.governingdocument.demand.Reading;
import se.tillit.governingdocument.demand.Topic;

/// Puts clauses before a reviewer: what they say now, why they were read so, and what they could be
/// bound to.
@Component
class ClauseReading {

  private final ClauseRegister clauses;
  private final ClauseInheritance inheritance;

  ClauseReading(ClauseRegister clauses, ClauseInheritance inheritance) {
    this.clauses = clauses;
    this.inheritance = inheritance;
  }

  List<ReviewedSection> sections(UUID document, UUID edition) {
    Map<UUID, ReportDuty> duties = clauses.reportDuties(document);
    Map<UUID, ClauseInheritance.Legacy> waiting = inheritance.waiting(document);
    var sections = new ArrayList<ReviewedSection>();
    for (Section section : clauses.sections(edition)) {
      var reviewed = new ArrayList<ReviewedClause>();
      for (Clause clause : section.clauses()) {
        reviewed.add(reviewed(clause, section, duties, waiting));
      }
      sections.add(new ReviewedSection(section.number(), section.title(), reviewed));
    }
    return sections;
  }

  private ReviewedClause reviewed(
      Clause clause,
      Section section,
      Map<UUID, ReportDuty> duties,
      Map<UUID, ClauseInheritance.Legacy> waiting) {
    Reading reading = ClauseRegister.read(clause, section.title());
    return new ReviewedClause(
        clause,
        reading.cue(),
        reading.findings().stream().filter(it -> it.topic() != Topic.INDICATOR).toList(),
        reading.splits(),
        clauses.proposed(clause, section.title()),
        new ReviewedClause.Reporting(
            duties.get(clause.id()), ClauseRegister.proposedDuty(reading).orElse(null)),
        waiting.get(clause.id()));
  }
}

package se.tillit.governingdocument.clause;

import static se.tillit.schema.governingdocument.Tables.CLAUSE;
import static se.tillit.schema.governingdocument.Tables.SECTION;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tillit.governingdocument.comparison.Change;
import se.tillit.governingdocument.comparison.ComparedClause;
import se.tillit.governingdocument.comparison.VersionComparison;
import se.tillit.governingdocument.demand.Demands;
import se.tillit.governingdocument.demand.Finding;
import se.tillit.governingdocument.demand.ReadPassage;
import se.tillit.governingdocument.demand.ReadSection;
import se.tillit.governingdocument.demand.Reading;
import se.tillit.governingdocument.demand.Topic;
import se.tillit.governingdocument.text.Passage;
import se.tillit.governingdocument.text.StructuredText;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Ids;
import se.tillit.schema.governingdocument.tables.records.ClauseRecord;
import se.tillit.schema.governingdocument.tables.records.SectionRecord;

/// Writes an edition's clauses as they are read. A clause whose words stood in the edition before
/// keeps its id, and with it its bindings, and what a person had decided about it.
@Component
public class ClauseWriter {

  private final DSLContext sql;

  ClauseWriter(DSLContext sql) {
    this.sql = sql;
  }

  /// @param before the sections of the edition before, none for a first edition
  public void write(UUID edition, StructuredText structure, List<Section> before) {
    List<ReadSection> read = Demands.in(structure);
    Map<Integer, Clause> kept = unchanged(read, before);
    var sections = new ArrayList<SectionRecord>();
    var clauses = new ArrayList<ClauseRecord>();
    for (ReadSection section : read) {
      sections.add(sectionOf(edition, sections.size(), section));
      for (ReadPassage passage : section.passages()) {
        Clause known = kept.get(clauses.size());
        clauses.add(clauseOf(edition, sections.size() - 1, clauses.size(), passage, known));
      }
    }
    sql.batchInsert(sections).execute();
    sql.batchInsert(clauses).execute();
  }

  private static Map<Integer, Clause> unchanged(List<ReadSection> read, List<Section> before) {
    var known = new ArrayList<Clause>();
    var earlier = new ArrayList<ComparedClause>();
    for (Section section : before) {
      for (Clause clause : section.clauses()) {
        known.add(clause);
        earlier.add(new ComparedClause(section.title(), whole(clause.leadIn(), clause.text())));
      }
    }
    if (known.isEmpty()) {
      return Map.of();
    }
    var later = new ArrayList<ComparedClause>();
    for (ReadSection section : read) {
      for (ReadPassage passage : section.passages()) {
        Passage leadIn = passage.passage().leadIn();
        String text = whole(leadIn == null ? "" : leadIn.text(), passage.passage().text());
        later.add(new ComparedClause(section.section().heading(), text));
      }
    }
    var kept = new HashMap<Integer, Clause>();
    for (Change change : VersionComparison.of(earlier, later)) {
      if (change.outcome() == Change.Outcome.UNCHANGED
          && change.before().size() == 1
          && change.after().size() == 1) {
        kept.put(change.after().getFirst(), known.get(change.before().getFirst()));
      }
    }
    return kept;
  }

  // The same words under «bör» demand something else than under «ska».
  private static String whole(String leadIn, String text) {
    return leadIn.isEmpty() ? text : leadIn + " " + text;
  }

  private SectionRecord sectionOf(UUID edition, int position, ReadSection section) {
    SectionRecord row = sql.newRecord(SECTION);
    row.setTenantId(Acting.current().tenant().value());
    row.setEditionId(edition);
    row.setPosition(position);
    row.setNumber(section.section().number());
    row.setTitle(section.section().heading());
    row.setDepth(section.section().depth());
    return row;
  }

  private ClauseRecord clauseOf(
      UUID edition, int section, int position, ReadPassage read, @Nullable Clause known) {
    Passage passage = read.passage();
    Clause.Meaning meaning = known == null ? meaningOf(read.reading()) : known.meaning();
    Passage leadIn = passage.leadIn();
    ClauseRecord row = sql.newRecord(CLAUSE);
    row.setTenantId(Acting.current().tenant().value());
    row.setEditionId(edition);
    row.setPosition(position);
    row.setSection(section);
    row.setClauseId(known == null ? Ids.next() : known.id());
    row.setForm(passage.form().name());
    row.setItemLevel(passage.level());
    row.setMarker(passage.marker());
    row.setParagraph(passage.paragraph());
    row.setText(passage.text());
    row.setLeadIn(leadIn == null ? "" : leadIn.text());
    row.setKind(meaning.kind().name());
    row.setStrength(meaning.strength().name());
    row.setRole(meaning.role());
    row.setCadence(meaning.cadence());
    row.setRecipients(meaning.recipients().toArray(String[]::new));
    row.setReview(known == null ? Clause.Review.PROPOSED.name() : known.review().name());
    row.setVersion(0);
    return row;
  }

  /// What a reading proposes: the first bearer and cadence found, and all recipients.
  public static Clause.Meaning meaningOf(Reading reading) {
    return new Clause.Meaning(
        reading.kind(),
        reading.strength(),
        first(reading, Topic.BEARER),
        first(reading, Topic.CADENCE),
        reading.about(Topic.RECIPIENT).stream().map(Finding::key).distinct().toList());
  }

  private static String first(Reading reading, Topic topic) {
    return reading.about(topic).stream().findFirst().map(Finding::key).orElse("");
  }
}

package se.tillit.governingdocument.clause;

import static se.tillit.schema.governingdocument.Tables.CLAUSE;
import static se.tillit.schema.governingdocument.Tables.CLAUSE_LINEAGE;
import static se.tillit.schema.governingdocument.Tables.SECTION;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
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
import se.tillit.schema.governingdocument.tables.records.ClauseLineageRecord;
import se.tillit.schema.governingdocument.tables.records.ClauseRecord;
import se.tillit.schema.governingdocument.tables.records.SectionRecord;

/// Writes an edition's clauses as they are read. A clause whose words stood in the edition before
/// keeps its id, and with it its bindings, what a person had decided about it, and where she had it
/// cut or joined. One whose words have changed keeps where it comes from.
@Component
public class ClauseWriter {

  private final DSLContext sql;

  ClauseWriter(DSLContext sql) {
    this.sql = sql;
  }

  /// @param before the sections of the edition before, none for a first edition
  public void write(UUID edition, StructuredText structure, List<Section> before) {
    List<ReadSection> read = Demands.in(structure);
    Heritage heritage = Heritage.of(read, before);
    var sections = new ArrayList<SectionRecord>();
    var clauses = new ArrayList<ClauseRecord>();
    var lineage = new ArrayList<ClauseLineageRecord>();
    int passages = 0;
    for (ReadSection section : read) {
      sections.add(sectionOf(edition, sections.size(), section));
      for (ReadPassage passage : section.passages()) {
        int place = passages++;
        for (Heritage.Kept kept : heritage.keptAt(place)) {
          ClauseRecord row = clauseOf(edition, sections.size() - 1, clauses.size(), passage);
          clauses.add(asBefore(row, kept));
        }
        if (heritage.keptAt(place).isEmpty() && !heritage.isTakenIn(place)) {
          ClauseRecord row = clauseOf(edition, sections.size() - 1, clauses.size(), passage);
          clauses.add(row);
          heritage.originsOf(place).forEach(origin -> lineage.add(lineageOf(row, origin)));
        }
      }
    }
    sql.batchInsert(sections).execute();
    sql.batchInsert(clauses).execute();
    sql.batchInsert(lineage).execute();
  }

  private static ClauseRecord asBefore(ClauseRecord row, Heritage.Kept kept) {
    Clause clause = kept.clause();
    row.setClauseId(clause.id());
    row.setText(kept.text());
    row.setReview(clause.review().name());
    mean(row, clause.meaning());
    return row;
  }

  private ClauseLineageRecord lineageOf(ClauseRecord clause, UUID origin) {
    ClauseLineageRecord row = sql.newRecord(CLAUSE_LINEAGE);
    row.setTenantId(clause.getTenantId());
    row.setEditionId(clause.getEditionId());
    row.setClauseId(clause.getClauseId());
    row.setEarlierId(origin);
    return row;
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

  private ClauseRecord clauseOf(UUID edition, int section, int position, ReadPassage read) {
    Passage passage = read.passage();
    Passage leadIn = passage.leadIn();
    ClauseRecord row = sql.newRecord(CLAUSE);
    row.setTenantId(Acting.current().tenant().value());
    row.setEditionId(edition);
    row.setPosition(position);
    row.setSection(section);
    row.setClauseId(Ids.next());
    row.setForm(passage.form().name());
    row.setItemLevel(passage.level());
    row.setMarker(passage.marker());
    row.setParagraph(passage.paragraph());
    row.setText(passage.text());
    row.setLeadIn(leadIn == null ? "" : leadIn.text());
    row.setReview(Clause.Review.PROPOSED.name());
    row.setVersion(0);
    mean(row, meaningOf(read.reading()));
    return row;
  }

  private static void mean(ClauseRecord row, Clause.Meaning meaning) {
    row.setKind(meaning.kind().name());
    row.setStrength(meaning.strength().name());
    row.setRole(meaning.role());
    row.setCadence(meaning.cadence());
    row.setRecipients(meaning.recipients().toArray(String[]::new));
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

package se.tillit.governingdocument.clause;

import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static se.tillit.schema.governingdocument.Tables.CLAUSE;
import static se.tillit.schema.governingdocument.Tables.CLAUSE_BINDING;
import static se.tillit.schema.governingdocument.Tables.CLAUSE_LINEAGE;
import static se.tillit.schema.governingdocument.Tables.EDITION;
import static se.tillit.schema.governingdocument.Tables.SECTION;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Records;
import org.springframework.stereotype.Component;
import se.tillit.governingdocument.demand.Kind;
import se.tillit.governingdocument.demand.Strength;
import se.tillit.governingdocument.text.Passage.Form;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Ids;
import se.tillit.kernel.Stale;
import se.tillit.kernel.Unknown;

/// Rows of clauses, sections and bindings.
@Component
class ClauseStore {

  private static final Field<List<Binding>> BINDINGS =
      multiset(
              select(CLAUSE_BINDING.INDICATOR, CLAUSE_BINDING.TARGET, CLAUSE_BINDING.AT_RISK)
                  .from(CLAUSE_BINDING)
                  .where(CLAUSE_BINDING.TENANT_ID.eq(CLAUSE.TENANT_ID))
                  .and(CLAUSE_BINDING.CLAUSE_ID.eq(CLAUSE.CLAUSE_ID))
                  .orderBy(CLAUSE_BINDING.INDICATOR))
          .convertFrom(rows -> rows.map(Records.mapping(Binding::new)));

  private final DSLContext sql;

  ClauseStore(DSLContext sql) {
    this.sql = sql;
  }

  List<Section> sections(UUID edition) {
    Map<Integer, List<Clause>> clauses =
        sql.select(CLAUSE.fields())
            .select(BINDINGS)
            .from(CLAUSE)
            .where(CLAUSE.EDITION_ID.eq(edition))
            .orderBy(CLAUSE.POSITION)
            .fetchGroups(CLAUSE.SECTION, ClauseStore::clauseOf);
    return sql.selectFrom(SECTION)
        .where(SECTION.EDITION_ID.eq(edition))
        .orderBy(SECTION.POSITION)
        .fetch(row ->
            new Section(
                row.getPosition(),
                row.getNumber(),
                row.getTitle(),
                row.getDepth(),
                clauses.getOrDefault(row.getPosition(), List.of())));
  }

  Optional<Clause> find(UUID edition, UUID clause) {
    return sql.select(CLAUSE.fields())
        .select(BINDINGS)
        .from(CLAUSE)
        .where(CLAUSE.EDITION_ID.eq(edition))
        .and(CLAUSE.CLAUSE_ID.eq(clause))
        .fetchOptional(ClauseStore::clauseOf);
  }

  Clause known(UUID edition, UUID clause) {
    return find(edition, clause).orElseThrow(() -> new Unknown("clause", clause));
  }

  /// The edition of a document that clauses are worked on in: the newest.
  Workable workable(UUID document) {
    return sql.select(EDITION.ID, EDITION.ADOPTED_DAY.isNotNull())
        .from(EDITION)
        .where(EDITION.DOCUMENT_ID.eq(document))
        .orderBy(EDITION.NUMBER.desc())
        .limit(1)
        .fetchOptional(Records.mapping(Workable::new))
        .orElseThrow(() -> new Unknown("document", document));
  }

  /// An edition and whether it is adopted, and so no longer to be changed in its words.
  record Workable(UUID edition, boolean adopted) {}

  void update(UUID edition, Clause clause, int version) {
    int changed =
        sql.update(CLAUSE)
            .set(CLAUSE.TEXT, clause.text())
            .set(CLAUSE.KIND, clause.meaning().kind().name())
            .set(CLAUSE.STRENGTH, clause.meaning().strength().name())
            .set(CLAUSE.ROLE, clause.meaning().role())
            .set(CLAUSE.CADENCE, clause.meaning().cadence())
            .set(CLAUSE.RECIPIENTS, clause.meaning().recipients().toArray(String[]::new))
            .set(CLAUSE.REVIEW, clause.review().name())
            .set(CLAUSE.VERSION, version + 1)
            .where(CLAUSE.EDITION_ID.eq(edition))
            .and(CLAUSE.CLAUSE_ID.eq(clause.id()))
            .and(CLAUSE.VERSION.eq(version))
            .execute();
    if (changed == 0) {
      throw new Stale("clause", clause.id());
    }
  }

  /// Marks the clause as changed, by somebody who has read this version.
  void touch(UUID edition, UUID clause, int version) {
    known(edition, clause);
    int changed =
        sql.update(CLAUSE)
            .set(CLAUSE.VERSION, version + 1)
            .where(CLAUSE.EDITION_ID.eq(edition))
            .and(CLAUSE.CLAUSE_ID.eq(clause))
            .and(CLAUSE.VERSION.eq(version))
            .execute();
    if (changed == 0) {
      throw new Stale("clause", clause);
    }
  }

  /// Makes room after a place, or closes it up: positions are whole numbers without gaps.
  void shift(UUID edition, int after, int by) {
    // Through the negative, so that no two rows ever stand at the same place on the way.
    sql.update(CLAUSE)
        .set(CLAUSE.POSITION, CLAUSE.POSITION.plus(by).neg())
        .where(CLAUSE.EDITION_ID.eq(edition))
        .and(CLAUSE.POSITION.gt(after))
        .execute();
    sql.update(CLAUSE)
        .set(CLAUSE.POSITION, CLAUSE.POSITION.neg())
        .where(CLAUSE.EDITION_ID.eq(edition))
        .and(CLAUSE.POSITION.lt(0))
        .execute();
  }

  void insert(UUID edition, Clause clause) {
    sql.insertInto(CLAUSE)
        .set(CLAUSE.TENANT_ID, Acting.current().tenant().value())
        .set(CLAUSE.EDITION_ID, edition)
        .set(CLAUSE.POSITION, clause.position())
        .set(CLAUSE.SECTION, clause.place().section())
        .set(CLAUSE.CLAUSE_ID, clause.id())
        .set(CLAUSE.FORM, clause.place().form().name())
        .set(CLAUSE.ITEM_LEVEL, clause.place().level())
        .set(CLAUSE.MARKER, clause.place().marker())
        .set(CLAUSE.PARAGRAPH, clause.place().paragraph())
        .set(CLAUSE.TEXT, clause.text())
        .set(CLAUSE.LEAD_IN, clause.leadIn())
        .set(CLAUSE.KIND, clause.meaning().kind().name())
        .set(CLAUSE.STRENGTH, clause.meaning().strength().name())
        .set(CLAUSE.ROLE, clause.meaning().role())
        .set(CLAUSE.CADENCE, clause.meaning().cadence())
        .set(CLAUSE.RECIPIENTS, clause.meaning().recipients().toArray(String[]::new))
        .set(CLAUSE.REVIEW, clause.review().name())
        .execute();
  }

  void delete(UUID edition, UUID clause) {
    sql.deleteFrom(CLAUSE)
        .where(CLAUSE.EDITION_ID.eq(edition))
        .and(CLAUSE.CLAUSE_ID.eq(clause))
        .execute();
  }

  /// Whether the clause stands in another edition too, and so is no draft's alone.
  boolean standsElsewhere(UUID edition, UUID clause) {
    return sql.fetchExists(
        select(CLAUSE.CLAUSE_ID)
            .from(CLAUSE)
            .where(CLAUSE.CLAUSE_ID.eq(clause))
            .and(CLAUSE.EDITION_ID.ne(edition)));
  }

  /// The clauses of the edition before that one comes from.
  Set<UUID> origins(UUID edition, UUID clause) {
    return sql.select(CLAUSE_LINEAGE.EARLIER_ID)
        .from(CLAUSE_LINEAGE)
        .where(CLAUSE_LINEAGE.EDITION_ID.eq(edition))
        .and(CLAUSE_LINEAGE.CLAUSE_ID.eq(clause))
        .fetchSet(CLAUSE_LINEAGE.EARLIER_ID);
  }

  Map<UUID, List<UUID>> origins(UUID edition) {
    return sql.select(CLAUSE_LINEAGE.CLAUSE_ID, CLAUSE_LINEAGE.EARLIER_ID)
        .from(CLAUSE_LINEAGE)
        .where(CLAUSE_LINEAGE.EDITION_ID.eq(edition))
        .orderBy(CLAUSE_LINEAGE.EARLIER_ID)
        .fetchGroups(CLAUSE_LINEAGE.CLAUSE_ID, CLAUSE_LINEAGE.EARLIER_ID);
  }

  /// Gives a clause of a draft an id of its own, when its words part from those it shares the id
  /// with; it comes from them.
  UUID part(UUID edition, UUID clause) {
    UUID own = Ids.next();
    Set<UUID> origins = origins(edition, clause);
    sql.deleteFrom(CLAUSE_LINEAGE)
        .where(CLAUSE_LINEAGE.EDITION_ID.eq(edition))
        .and(CLAUSE_LINEAGE.CLAUSE_ID.eq(clause))
        .execute();
    sql.update(CLAUSE)
        .set(CLAUSE.CLAUSE_ID, own)
        .where(CLAUSE.EDITION_ID.eq(edition))
        .and(CLAUSE.CLAUSE_ID.eq(clause))
        .execute();
    trace(edition, own, origins);
    trace(edition, own, Set.of(clause));
    return own;
  }

  void trace(UUID edition, UUID clause, Set<UUID> origins) {
    origins.forEach(origin ->
        sql.insertInto(CLAUSE_LINEAGE)
            .set(CLAUSE_LINEAGE.TENANT_ID, Acting.current().tenant().value())
            .set(CLAUSE_LINEAGE.EDITION_ID, edition)
            .set(CLAUSE_LINEAGE.CLAUSE_ID, clause)
            .set(CLAUSE_LINEAGE.EARLIER_ID, origin)
            .onConflictDoNothing()
            .execute());
  }

  Map<UUID, List<Binding>> bindings(UUID document) {
    return sql.select(
            CLAUSE_BINDING.CLAUSE_ID,
            CLAUSE_BINDING.INDICATOR,
            CLAUSE_BINDING.TARGET,
            CLAUSE_BINDING.AT_RISK)
        .from(CLAUSE_BINDING)
        .where(CLAUSE_BINDING.DOCUMENT_ID.eq(document))
        .orderBy(CLAUSE_BINDING.INDICATOR)
        .fetchGroups(
            CLAUSE_BINDING.CLAUSE_ID, row -> new Binding(row.value2(), row.value3(), row.value4()));
  }

  void bind(UUID document, UUID clause, List<Binding> bindings) {
    sql.deleteFrom(CLAUSE_BINDING).where(CLAUSE_BINDING.CLAUSE_ID.eq(clause)).execute();
    for (Binding binding : bindings) {
      sql.insertInto(CLAUSE_BINDING)
          .set(CLAUSE_BINDING.TENANT_ID, Acting.current().tenant().value())
          .set(CLAUSE_BINDING.DOCUMENT_ID, document)
          .set(CLAUSE_BINDING.CLAUSE_ID, clause)
          .set(CLAUSE_BINDING.INDICATOR, binding.indicator())
          .set(CLAUSE_BINDING.TARGET, binding.target())
          .set(CLAUSE_BINDING.AT_RISK, binding.atRisk())
          .execute();
    }
  }

  private static Clause clauseOf(Record row) {
    return new Clause(
        row.get(CLAUSE.CLAUSE_ID),
        row.get(CLAUSE.POSITION),
        new Clause.Place(
            row.get(CLAUSE.SECTION),
            Form.valueOf(row.get(CLAUSE.FORM)),
            row.get(CLAUSE.ITEM_LEVEL),
            row.get(CLAUSE.MARKER),
            row.get(CLAUSE.PARAGRAPH)),
        row.get(CLAUSE.TEXT),
        row.get(CLAUSE.LEAD_IN),
        new Clause.Meaning(
            Kind.valueOf(row.get(CLAUSE.KIND)),
            Strength.valueOf(row.get(CLAUSE.STRENGTH)),
            row.get(CLAUSE.ROLE),
            row.get(CLAUSE.CADENCE),
            Arrays.asList(row.get(CLAUSE.RECIPIENTS))),
        Clause.Review.valueOf(row.get(CLAUSE.REVIEW)),
        row.get(BINDINGS),
        row.get(CLAUSE.VERSION));
  }
}

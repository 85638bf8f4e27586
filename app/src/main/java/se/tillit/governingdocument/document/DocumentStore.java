package se.tillit.governingdocument.document;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static se.tillit.schema.governingdocument.Tables.CLAUSE;
import static se.tillit.schema.governingdocument.Tables.CLAUSE_BINDING;
import static se.tillit.schema.governingdocument.Tables.DECISION_STEP;
import static se.tillit.schema.governingdocument.Tables.DOCUMENT;
import static se.tillit.schema.governingdocument.Tables.EDITION;
import static se.tillit.schema.organisation.Tables.CURRENT_BODY;
import static se.tillit.schema.organisation.Tables.PERSON_NAME;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tillit.governingdocument.DocumentLevel;
import se.tillit.governingdocument.Revision;
import se.tillit.governingdocument.Standing;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Ids;
import se.tillit.kernel.Stale;
import se.tillit.kernel.Sweden;

/// Rows of documents and their editions.
@Component
class DocumentStore {

  // The edition in force comes first, then one that is awaited, then the newest draft, then what
  // has been.
  private static final Field<Integer> TELLING =
      field(
          """
          case when edition.from_day <= kernel.today()
                    and (edition.to_day is null or edition.to_day >= kernel.today()) then 0
               when edition.from_day > kernel.today()
                    and (edition.to_day is null or edition.to_day >= edition.from_day) then 1
               when edition.from_day is null then 2 else 3 end
          """,
          Integer.class);

  private final DSLContext sql;
  private final Clock clock;

  DocumentStore(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  UUID insert(NewDocument wanted) {
    UUID id = Ids.next();
    sql.insertInto(DOCUMENT)
        .set(DOCUMENT.TENANT_ID, tenant())
        .set(DOCUMENT.ID, id)
        .set(DOCUMENT.TITLE, wanted.title())
        .set(DOCUMENT.NUMBER, wanted.number())
        .set(DOCUMENT.LEVEL, wanted.level().key())
        .set(DOCUMENT.OWNER_ROLE, wanted.ownerRole())
        .set(DOCUMENT.OWNER_PERSON_ID, wanted.ownerPerson())
        .set(DOCUMENT.PARENT_ID, wanted.parent())
        .set(DOCUMENT.BODY_ID, wanted.body())
        .set(DOCUMENT.REVISION_RULE, wanted.revision().rule())
        .set(DOCUMENT.REVISION_YEARS, wanted.revision().years())
        .set(DOCUMENT.REVISION_MONTHS, wanted.revision().months())
        .set(DOCUMENT.CREATED_AT, clock.instant())
        .execute();
    return id;
  }

  void update(UUID id, NewDocument wanted, int version) {
    int changed =
        sql.update(DOCUMENT)
            .set(DOCUMENT.TITLE, wanted.title())
            .set(DOCUMENT.NUMBER, wanted.number())
            .set(DOCUMENT.OWNER_ROLE, wanted.ownerRole())
            .set(DOCUMENT.OWNER_PERSON_ID, wanted.ownerPerson())
            .set(DOCUMENT.PARENT_ID, wanted.parent())
            .set(DOCUMENT.BODY_ID, wanted.body())
            .set(DOCUMENT.REVISION_RULE, wanted.revision().rule())
            .set(DOCUMENT.REVISION_YEARS, wanted.revision().years())
            .set(DOCUMENT.REVISION_MONTHS, wanted.revision().months())
            .set(DOCUMENT.VERSION, version + 1)
            .where(DOCUMENT.ID.eq(id))
            .and(DOCUMENT.VERSION.eq(version))
            .execute();
    if (changed == 0) {
      throw new Stale("document", id);
    }
  }

  boolean isTaken(String number, @Nullable UUID but) {
    return sql.fetchExists(
        select(DOCUMENT.ID)
            .from(DOCUMENT)
            .where(DOCUMENT.NUMBER.eq(number))
            .and(but == null ? DSL.noCondition() : DOCUMENT.ID.ne(but)));
  }

  UUID insertEdition(UUID document, SourceText source) {
    UUID id = Ids.next();
    sql.insertInto(EDITION)
        .set(EDITION.TENANT_ID, tenant())
        .set(EDITION.ID, id)
        .set(EDITION.DOCUMENT_ID, document)
        .set(
            EDITION.NUMBER,
            select(coalesce(max(EDITION.NUMBER), inline(0)).plus(1))
                .from(EDITION)
                .where(EDITION.DOCUMENT_ID.eq(document)))
        .set(EDITION.SOURCE_NAME, source.name())
        .set(EDITION.SOURCE_TEXT, source.whole())
        .set(EDITION.CREATED_AT, clock.instant())
        .execute();
    return id;
  }

  List<DocumentRow> all() {
    return rows(DSL.noCondition());
  }

  Optional<DocumentRow> find(UUID id) {
    return rows(DOCUMENT.ID.eq(id)).stream().findFirst();
  }

  private List<DocumentRow> rows(Condition which) {
    var edition =
        DSL.lateral(
            select(EDITION.fields())
                .from(EDITION)
                .where(EDITION.DOCUMENT_ID.eq(DOCUMENT.ID))
                .and(EDITION.TENANT_ID.eq(DOCUMENT.TENANT_ID))
                .orderBy(TELLING, EDITION.NUMBER.desc())
                .limit(1)
                .asTable("edition"));
    Field<Integer> demands =
        field(
            select(count())
                .from(CLAUSE)
                .where(CLAUSE.EDITION_ID.eq(edition.field(EDITION.ID)))
                .and(CLAUSE.KIND.in("DEMAND", "ROLE_DUTY")));
    Field<Integer> bound =
        field(
            select(count())
                .from(CLAUSE)
                .where(CLAUSE.EDITION_ID.eq(edition.field(EDITION.ID)))
                .and(CLAUSE.KIND.in("DEMAND", "ROLE_DUTY"))
                .andExists(
                    select(inline(1))
                        .from(CLAUSE_BINDING)
                        .where(CLAUSE_BINDING.CLAUSE_ID.eq(CLAUSE.CLAUSE_ID))));
    return sql.select(DOCUMENT.fields())
        .select(edition.fields())
        .select(PERSON_NAME.NAME, CURRENT_BODY.NAME, demands, bound)
        .from(DOCUMENT)
        .crossJoin(edition)
        .leftJoin(PERSON_NAME)
        .on(PERSON_NAME.PERSON_ID.eq(DOCUMENT.OWNER_PERSON_ID))
        .leftJoin(CURRENT_BODY)
        .on(CURRENT_BODY.BODY_ID.eq(DOCUMENT.BODY_ID))
        .where(which)
        .orderBy(DOCUMENT.CREATED_AT)
        .fetch(row -> rowOf(row, edition, demands, bound));
  }

  private DocumentRow rowOf(
      Record row, org.jooq.Table<?> edition, Field<Integer> demands, Field<Integer> bound) {
    LocalDate from = row.get(edition.field(EDITION.FROM_DAY));
    LocalDate to = row.get(edition.field(EDITION.TO_DAY));
    boolean replaced = row.get(edition.field(EDITION.REPLACED_BY)) != null;
    String owner = row.get(PERSON_NAME.NAME);
    return new DocumentRow(
        row.get(DOCUMENT.ID),
        row.get(DOCUMENT.TITLE),
        row.get(DOCUMENT.NUMBER),
        DocumentLevel.of(row.get(DOCUMENT.LEVEL)),
        row.get(DOCUMENT.PARENT_ID),
        row.get(DOCUMENT.OWNER_ROLE),
        new DocumentRow.Place(
            row.get(DOCUMENT.OWNER_PERSON_ID),
            row.get(DOCUMENT.BODY_ID),
            new Revision(
                row.get(DOCUMENT.REVISION_RULE),
                row.get(DOCUMENT.REVISION_YEARS),
                row.get(DOCUMENT.REVISION_MONTHS))),
        owner == null ? "" : owner,
        row.get(CURRENT_BODY.NAME),
        new DocumentRow.Newest(
            row.get(edition.field(EDITION.ID)),
            row.get(edition.field(EDITION.NUMBER)),
            Standing.on(Sweden.today(clock), from, to, replaced),
            from,
            to,
            row.get(edition.field(EDITION.REVISION_DAY))),
        row.get(demands),
        row.get(bound),
        row.get(DOCUMENT.VERSION));
  }

  List<Edition> editions(UUID document) {
    Map<UUID, List<Edition.Step>> steps = stepsOf(document);
    return sql.select(EDITION.fields())
        .select(CURRENT_BODY.NAME)
        .from(EDITION)
        .leftJoin(CURRENT_BODY)
        .on(CURRENT_BODY.BODY_ID.eq(EDITION.ADOPTED_BY))
        .where(EDITION.DOCUMENT_ID.eq(document))
        .orderBy(EDITION.NUMBER.desc())
        .fetch(row -> editionOf(row, steps.getOrDefault(row.get(EDITION.ID), List.of())));
  }

  private Edition editionOf(Record row, List<Edition.Step> steps) {
    LocalDate from = row.get(EDITION.FROM_DAY);
    LocalDate to = row.get(EDITION.TO_DAY);
    boolean replaced = row.get(EDITION.REPLACED_BY) != null;
    return new Edition(
        row.get(EDITION.ID),
        row.get(EDITION.DOCUMENT_ID),
        row.get(EDITION.NUMBER),
        row.get(EDITION.SOURCE_NAME),
        Standing.on(Sweden.today(clock), from, to, replaced),
        new Edition.Validity(
            from,
            to,
            row.get(EDITION.ADOPTED_DAY),
            row.get(CURRENT_BODY.NAME),
            row.get(EDITION.REVISION_DAY)),
        steps,
        row.get(EDITION.VERSION));
  }

  private Map<UUID, List<Edition.Step>> stepsOf(UUID document) {
    return sql.select(
            DECISION_STEP.EDITION_ID,
            DECISION_STEP.BODY_ID,
            coalesce(CURRENT_BODY.NAME, inline("")),
            DECISION_STEP.DAY,
            DECISION_STEP.PARAGRAPH,
            DECISION_STEP.REFERENCE)
        .from(DECISION_STEP)
        .join(EDITION)
        .on(EDITION.ID.eq(DECISION_STEP.EDITION_ID))
        .leftJoin(CURRENT_BODY)
        .on(CURRENT_BODY.BODY_ID.eq(DECISION_STEP.BODY_ID))
        .where(EDITION.DOCUMENT_ID.eq(document))
        .orderBy(DECISION_STEP.EDITION_ID, DECISION_STEP.POSITION)
        .fetchGroups(
            DECISION_STEP.EDITION_ID,
            row ->
                new Edition.Step(
                    row.value2(), row.value3(), row.value4(), row.value5(), row.value6()));
  }

  private static UUID tenant() {
    return Acting.current().tenant().value();
  }
}

package se.tillit.governingdocument.adoption;

import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static se.tillit.schema.governingdocument.Tables.DECISION_STEP;
import static se.tillit.schema.governingdocument.Tables.DOCUMENT;
import static se.tillit.schema.governingdocument.Tables.EDITION;
import static se.tillit.schema.organisation.Tables.CURRENT_BODY;
import static se.tillit.schema.organisation.Tables.PUBLISHED_TERM;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tillit.governingdocument.Revision;
import se.tillit.kernel.Acting;

/// Rows of decisions.
@Component
class AdoptionStore {

  private final DSLContext sql;

  AdoptionStore(DSLContext sql) {
    this.sql = sql;
  }

  /// A body that may be named in a decision.
  record Body(UUID id, String name, String kind) {}

  List<Body> bodies() {
    return sql.select(CURRENT_BODY.BODY_ID, CURRENT_BODY.NAME, CURRENT_BODY.KIND)
        .from(CURRENT_BODY)
        .orderBy(CURRENT_BODY.NAME)
        .fetch(Records.mapping(Body::new));
  }

  /// The newest edition of a document, when it is a draft.
  Optional<UUID> draftOf(UUID document) {
    return sql.select(EDITION.ID)
        .from(EDITION)
        .where(EDITION.DOCUMENT_ID.eq(document))
        .and(EDITION.ADOPTED_DAY.isNull())
        .orderBy(EDITION.NUMBER.desc())
        .limit(1)
        .fetchOptional(EDITION.ID);
  }

  Revision revisionOf(UUID document) {
    return sql.select(DOCUMENT.REVISION_RULE, DOCUMENT.REVISION_YEARS, DOCUMENT.REVISION_MONTHS)
        .from(DOCUMENT)
        .where(DOCUMENT.ID.eq(document))
        .fetchSingle(Records.mapping(Revision::new));
  }

  List<LocalDate> councilTerms() {
    return sql.select(PUBLISHED_TERM.FROM_DAY)
        .from(PUBLISHED_TERM)
        .where(PUBLISHED_TERM.KIND.eq("council"))
        .fetch(PUBLISHED_TERM.FROM_DAY);
  }

  void adopt(UUID edition, Decision decision, @Nullable LocalDate revision) {
    for (int position = 0; position < decision.steps().size(); position++) {
      Decision.Step step = decision.steps().get(position);
      sql.insertInto(DECISION_STEP)
          .set(DECISION_STEP.TENANT_ID, Acting.current().tenant().value())
          .set(DECISION_STEP.EDITION_ID, edition)
          .set(DECISION_STEP.POSITION, position)
          .set(DECISION_STEP.BODY_ID, step.body())
          .set(DECISION_STEP.DAY, step.day())
          .set(DECISION_STEP.PARAGRAPH, step.paragraph())
          .set(DECISION_STEP.REFERENCE, step.reference())
          .execute();
    }
    Decision.Step last = decision.steps().getLast();
    sql.update(EDITION)
        .set(EDITION.ADOPTED_DAY, last.day())
        .set(EDITION.ADOPTED_BY, last.body())
        .set(EDITION.FROM_DAY, decision.from())
        .set(EDITION.TO_DAY, decision.to())
        .set(EDITION.REVISION_DAY, revision)
        .set(EDITION.VERSION, EDITION.VERSION.plus(1))
        .where(EDITION.ID.eq(edition))
        .execute();
  }

  /// Ends the editions of these documents that would still hold on the day when a new one begins.
  /// One that had not yet begun by then never holds: it ends the day before its own first day.
  void replace(List<UUID> documents, UUID edition, LocalDate from) {
    sql.update(EDITION)
        .set(EDITION.TO_DAY, greatest(EDITION.FROM_DAY.minus(1), val(from.minusDays(1))))
        .set(EDITION.REPLACED_BY, edition)
        .where(EDITION.DOCUMENT_ID.in(documents))
        .and(EDITION.ID.ne(edition))
        .and(EDITION.ADOPTED_DAY.isNotNull())
        .and(EDITION.TO_DAY.isNull().or(EDITION.TO_DAY.ge(from)))
        .execute();
  }

  /// Ends the edition in force on a day without another in its place; tells whether there was one.
  boolean lapse(UUID document, LocalDate last) {
    return sql.update(EDITION)
            .set(EDITION.TO_DAY, last)
            .where(EDITION.DOCUMENT_ID.eq(document))
            .and(EDITION.FROM_DAY.le(last))
            .and(EDITION.TO_DAY.isNull().or(EDITION.TO_DAY.gt(last)))
            .execute()
        > 0;
  }

  /// The bodies whose decisions still hold for these documents, or will.
  Set<UUID> adoptersOf(Collection<UUID> documents, LocalDate today) {
    return sql.select(EDITION.ADOPTED_BY)
        .from(EDITION)
        .where(EDITION.DOCUMENT_ID.in(documents))
        .and(EDITION.ADOPTED_BY.isNotNull())
        .and(EDITION.TO_DAY.isNull().or(EDITION.TO_DAY.ge(today)))
        .fetchSet(EDITION.ADOPTED_BY);
  }

  /// Moves the revision days that follow the terms of office to where the terms now stand.
  void setRevision(UUID edition, @Nullable LocalDate day) {
    sql.update(EDITION).set(EDITION.REVISION_DAY, day).where(EDITION.ID.eq(edition)).execute();
  }

  /// An adopted edition that has not ended.
  record Standing(UUID edition, LocalDate adopted, @Nullable LocalDate revision) {}

  List<Standing> standing(UUID document, LocalDate today) {
    return sql.select(EDITION.ID, EDITION.ADOPTED_DAY, EDITION.REVISION_DAY)
        .from(EDITION)
        .where(EDITION.DOCUMENT_ID.eq(document))
        .and(EDITION.ADOPTED_DAY.isNotNull())
        .and(EDITION.TO_DAY.isNull().or(EDITION.TO_DAY.ge(today)))
        .fetch(Records.mapping(Standing::new));
  }

  /// An edition whose revision follows the terms.
  record Following(
      UUID document, UUID edition, LocalDate adopted, @Nullable LocalDate revision, int months) {}

  List<Following> followingTerms() {
    return sql.select(
            EDITION.DOCUMENT_ID,
            EDITION.ID,
            EDITION.ADOPTED_DAY,
            EDITION.REVISION_DAY,
            DOCUMENT.REVISION_MONTHS)
        .from(EDITION)
        .join(DOCUMENT)
        .on(DOCUMENT.TENANT_ID.eq(EDITION.TENANT_ID))
        .and(DOCUMENT.ID.eq(EDITION.DOCUMENT_ID))
        .where(DOCUMENT.REVISION_RULE.eq(Revision.EACH_TERM))
        .and(EDITION.ADOPTED_DAY.isNotNull())
        .fetch(Records.mapping(Following::new));
  }

  Optional<String> titleOf(UUID document) {
    return sql.select(DOCUMENT.TITLE)
        .from(DOCUMENT)
        .where(DOCUMENT.ID.eq(document))
        .fetchOptional(DOCUMENT.TITLE);
  }

  String levelOf(UUID document) {
    return sql.fetchSingle(select(DOCUMENT.LEVEL).from(DOCUMENT).where(DOCUMENT.ID.eq(document)))
        .value1();
  }
}

package se.tillit.followup;

import static se.tillit.schema.governingdocument.Tables.CLAUSE;
import static se.tillit.schema.governingdocument.Tables.CLAUSE_BINDING;
import static se.tillit.schema.governingdocument.Tables.DECISION_STEP;
import static se.tillit.schema.governingdocument.Tables.DOCUMENT;
import static se.tillit.schema.governingdocument.Tables.EDITION;
import static se.tillit.schema.governingdocument.Tables.REPORT_DUTY;
import static se.tillit.schema.governingdocument.Tables.SECTION;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jooq.DSLContext;
import se.tillit.kernel.Ids;
import se.tillit.testing.Town;

/// An adopted policy of three sentences to follow up in tests.
final class Policies {

  static final String DEMAND = "Varje roll ska vara besatt.";
  static final String UNBOUND = "Alla ska arbeta systematiskt.";

  private final DSLContext sql;
  private final Town town;
  private final UUID document = Ids.next();
  private final UUID edition = Ids.next();

  Policies(DSLContext sql, Town town) {
    this.sql = sql;
    this.town = town;
  }

  UUID adopt() {
    UUID tenant = town.tenant().id().value();
    LocalDate day = LocalDate.of(2026, 2, 25);
    return town.within(() -> {
      sql.insertInto(DOCUMENT)
          .set(DOCUMENT.TENANT_ID, tenant)
          .set(DOCUMENT.ID, document)
          .set(DOCUMENT.TITLE, "Informationssäkerhetspolicy")
          .set(DOCUMENT.LEVEL, "policy")
          .set(DOCUMENT.OWNER_ROLE, "coordinator")
          .set(DOCUMENT.REVISION_RULE, "by-hand")
          .set(DOCUMENT.CREATED_AT, Instant.EPOCH)
          .execute();
      sql.insertInto(EDITION)
          .set(EDITION.TENANT_ID, tenant)
          .set(EDITION.ID, edition)
          .set(EDITION.DOCUMENT_ID, document)
          .set(EDITION.NUMBER, 1)
          .set(EDITION.SOURCE_TEXT, DEMAND)
          .set(EDITION.FROM_DAY, day)
          .set(EDITION.ADOPTED_DAY, day)
          .set(EDITION.ADOPTED_BY, town.council())
          .set(EDITION.CREATED_AT, Instant.EPOCH)
          .execute();
      sql.insertInto(DECISION_STEP)
          .set(DECISION_STEP.TENANT_ID, tenant)
          .set(DECISION_STEP.EDITION_ID, edition)
          .set(DECISION_STEP.POSITION, 1)
          .set(DECISION_STEP.BODY_ID, town.council())
          .set(DECISION_STEP.DAY, day)
          .set(DECISION_STEP.PARAGRAPH, "§ 14")
          .execute();
      sql.insertInto(SECTION)
          .set(SECTION.TENANT_ID, tenant)
          .set(SECTION.EDITION_ID, edition)
          .set(SECTION.POSITION, 1)
          .set(SECTION.NUMBER, "1")
          .set(SECTION.TITLE, "Ansvar")
          .set(SECTION.DEPTH, 1)
          .execute();
      clause(1, "CONTEXT", "Detta är inledningen.");
      UUID bound = clause(2, "DEMAND", DEMAND);
      oblige(clause(3, "DEMAND", UNBOUND));
      bind(bound, "improvement.actions-in-time");
      return document;
    });
  }

  private UUID clause(int position, String kind, String text) {
    UUID id = Ids.next();
    sql.insertInto(CLAUSE)
        .set(CLAUSE.TENANT_ID, town.tenant().id().value())
        .set(CLAUSE.EDITION_ID, edition)
        .set(CLAUSE.POSITION, position)
        .set(CLAUSE.SECTION, 1)
        .set(CLAUSE.CLAUSE_ID, id)
        .set(CLAUSE.FORM, "SENTENCE")
        .set(CLAUSE.ITEM_LEVEL, 0)
        .set(CLAUSE.MARKER, "")
        .set(CLAUSE.PARAGRAPH, position)
        .set(CLAUSE.TEXT, text)
        .set(CLAUSE.KIND, kind)
        .set(CLAUSE.STRENGTH, kind.equals("DEMAND") ? "SHALL" : "NONE")
        .execute();
    return id;
  }

  /// One more demand to report every year, to bodies of a kind, bound to whether it is done.
  UUID obligeAlso(int position, String text, String kind) {
    return town.within(() -> {
      UUID clause = clause(position, "DEMAND", text);
      oblige(clause, kind);
      bind(clause, "followup.reports-delivered");
      return clause;
    });
  }

  private void oblige(UUID clause) {
    oblige(clause, "executive_board", "board", "company_board");
  }

  // Every year from 2026, 20 days before the recipient's meeting.
  private void oblige(UUID clause, String... kinds) {
    sql.insertInto(REPORT_DUTY)
        .set(REPORT_DUTY.TENANT_ID, town.tenant().id().value())
        .set(REPORT_DUTY.DOCUMENT_ID, document)
        .set(REPORT_DUTY.CLAUSE_ID, clause)
        .set(REPORT_DUTY.KINDS, kinds)
        .set(REPORT_DUTY.EVERY_MONTHS, 12)
        .set(REPORT_DUTY.FIRST_DUE, LocalDate.of(2026, 2, 1))
        .set(REPORT_DUTY.LEAD_DAYS, 20)
        .execute();
  }

  void bind(UUID clause, String indicator) {
    sql.insertInto(CLAUSE_BINDING)
        .set(CLAUSE_BINDING.TENANT_ID, town.tenant().id().value())
        .set(CLAUSE_BINDING.DOCUMENT_ID, document)
        .set(CLAUSE_BINDING.CLAUSE_ID, clause)
        .set(CLAUSE_BINDING.INDICATOR, indicator)
        .set(CLAUSE_BINDING.TARGET, 90)
        .set(CLAUSE_BINDING.AT_RISK, 70)
        .execute();
  }
}

package se.tillit.governingdocument.demo;

import static se.tillit.schema.organisation.Tables.CURRENT_BODY;
import static se.tillit.schema.organisation.Tables.CURRENT_ROLE_HOLDING;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tillit.governingdocument.DocumentLevel;
import se.tillit.governingdocument.Revision;
import se.tillit.governingdocument.adoption.AdoptionRegister;
import se.tillit.governingdocument.adoption.Decision;
import se.tillit.governingdocument.clause.ClauseRegister;
import se.tillit.governingdocument.document.DocumentRegister;
import se.tillit.governingdocument.document.NewDocument;
import se.tillit.governingdocument.document.SourceText;
import se.tillit.identity.DemoChapter;
import se.tillit.kernel.Sweden;

/// The second chapter of a demo: what the invented municipalities have adopted, read and bound as
/// any text is.
@Component
class DemoDocuments implements DemoChapter {

  private final DSLContext sql;
  private final DocumentRegister documents;
  private final ClauseRegister clauses;
  private final AdoptionRegister adoption;
  private final Clock clock;

  DemoDocuments(
      DSLContext sql,
      DocumentRegister documents,
      ClauseRegister clauses,
      AdoptionRegister adoption,
      Clock clock) {
    this.sql = sql;
    this.documents = documents;
    this.clauses = clauses;
    this.adoption = adoption;
    this.clock = clock;
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public void write(String tenantKey) {
    if (tenantKey.equals("kommunen")) {
      writeMunicipality();
    } else {
      writeSmallMunicipality();
    }
  }

  private void writeMunicipality() {
    UUID owner = coordinator();
    int year = Sweden.today(clock).getYear();
    UUID policy =
        draft(
            "kommunen-policy",
            NewDocument.of("Informationssäkerhetspolicy", DocumentLevel.POLICY)
                .ownedBy(owner)
                .revised(Revision.every(4)));
    clauses.acceptAll(policy);
    LocalDate council = LocalDate.of(year - 2, 9, 23);
    adoption.adopt(
        policy,
        new Decision(
            List.of(
                step(
                    "executive_board", council.minusDays(20), "§ 142", "KS/" + (year - 2) + ":318"),
                step("council", council, "§ 87", "KS/" + (year - 2) + ":318")),
            council.plusDays(8),
            null,
            null,
            List.of()));
    writeBelow(policy, owner, year);
  }

  private void writeBelow(UUID policy, @Nullable UUID owner, int year) {
    UUID provisions =
        draft(
            "kommunen-bestammelser",
            NewDocument.of("Bestämmelser om informationssäkerhet", DocumentLevel.PROVISION)
                .ownedBy(owner)
                .under(policy)
                .revised(Revision.every(2)));
    clauses.acceptAll(provisions);
    LocalDate board = LocalDate.of(year - 1, 3, 12);
    adoption.adopt(
        provisions,
        new Decision(
            List.of(step("executive_board", board, "§ 41", "KS/" + (year - 1) + ":77")),
            board.plusDays(20),
            null,
            null,
            List.of()));
    draft(
        "kommunen-riktlinje",
        NewDocument.of("Riktlinje för användare av IT", DocumentLevel.GUIDELINE).under(policy));
  }

  private void writeSmallMunicipality() {
    int year = Sweden.today(clock).getYear();
    UUID policy =
        draft(
            "mellerud-policy",
            NewDocument.of("Informationssäkerhetspolicy", DocumentLevel.POLICY)
                .ownedBy(coordinator())
                .revised(Revision.eachTerm()));
    clauses.acceptAll(policy);
    LocalDate council = LocalDate.of(year - 3, 5, 24);
    adoption.adopt(
        policy,
        new Decision(
            List.of(
                step("executive_board", council.minusDays(21), "§ 93", "KS " + (year - 3) + "/204"),
                step("council", council, "§ 61", "KS " + (year - 3) + "/204")),
            council,
            null,
            null,
            List.of()));
  }

  private UUID draft(String file, NewDocument wanted) {
    return documents.create(wanted, SourceText.pasted(text(file)));
  }

  private Decision.Step step(String kind, LocalDate day, String paragraph, String reference) {
    UUID body =
        sql.select(CURRENT_BODY.BODY_ID)
            .from(CURRENT_BODY)
            .where(CURRENT_BODY.KIND.eq(kind))
            .limit(1)
            .fetchSingle()
            .value1();
    return new Decision.Step(body, day, paragraph, reference);
  }

  private @Nullable UUID coordinator() {
    return sql.select(CURRENT_ROLE_HOLDING.PERSON_ID)
        .from(CURRENT_ROLE_HOLDING)
        .where(CURRENT_ROLE_HOLDING.ROLE.eq("coordinator"))
        .and(CURRENT_ROLE_HOLDING.DEPUTY.isFalse())
        .limit(1)
        .fetchOne(CURRENT_ROLE_HOLDING.PERSON_ID);
  }

  private static String text(String name) {
    String file = "/demo/" + name + ".txt";
    try (InputStream stream = DemoDocuments.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("missing " + file);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}

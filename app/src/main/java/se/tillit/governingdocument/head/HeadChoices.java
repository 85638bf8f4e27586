package se.tillit.governingdocument.head;

import static org.jooq.impl.DSL.select;
import static se.tillit.schema.organisation.Tables.CURRENT_ASSIGNMENT;
import static se.tillit.schema.organisation.Tables.CURRENT_BODY;
import static se.tillit.schema.organisation.Tables.CURRENT_ROLE_HOLDING;
import static se.tillit.schema.organisation.Tables.PERSON_NAME;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.web.Option;

/// Who may own a document, and for whom it may hold.
@Component
class HeadChoices {

  private static final int MOST_PEOPLE = 500;

  private final DSLContext sql;

  HeadChoices(DSLContext sql) {
    this.sql = sql;
  }

  /// Managers, those who hold a role, and whoever is chosen already.
  @Transactional(readOnly = true)
  public List<Option> owners(String chosen) {
    var p = PERSON_NAME;
    return sql.select(p.PERSON_ID, p.NAME)
        .from(p)
        .where(p.NAME.ne(""))
        .and(
            p.PERSON_ID
                .in(
                    select(CURRENT_ASSIGNMENT.PERSON_ID)
                        .from(CURRENT_ASSIGNMENT)
                        .where(CURRENT_ASSIGNMENT.KIND.eq("manager")))
                .or(
                    p.PERSON_ID.in(
                        select(CURRENT_ROLE_HOLDING.PERSON_ID).from(CURRENT_ROLE_HOLDING)))
                .or(p.PERSON_ID.eq(idOf(chosen))))
        .orderBy(p.NAME, p.PERSON_ID)
        .limit(MOST_PEOPLE)
        .fetch(row -> option(row.value1(), row.value2(), chosen));
  }

  @Transactional(readOnly = true)
  public List<Option> bodies(String chosen) {
    return sql.select(CURRENT_BODY.BODY_ID, CURRENT_BODY.NAME)
        .from(CURRENT_BODY)
        .orderBy(CURRENT_BODY.NAME)
        .fetch(row -> option(row.value1(), row.value2(), chosen));
  }

  boolean isPerson(UUID id) {
    return sql.fetchExists(PERSON_NAME, PERSON_NAME.PERSON_ID.eq(id));
  }

  boolean isBody(UUID id) {
    return sql.fetchExists(CURRENT_BODY, CURRENT_BODY.BODY_ID.eq(id));
  }

  private static Option option(UUID id, String name, String chosen) {
    return Option.of(id.toString(), name, id.toString().equals(chosen));
  }

  private static UUID idOf(@Nullable String chosen) {
    UUID id = HeadForm.id(chosen, "owner");
    return id == null ? new UUID(0, 0) : id;
  }
}

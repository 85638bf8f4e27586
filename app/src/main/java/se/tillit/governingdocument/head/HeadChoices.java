package se.tillit.governingdocument.head;

import static se.tillit.schema.organisation.Tables.CURRENT_BODY;
import static se.tillit.schema.organisation.Tables.PERSON_NAME;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.web.Option;

/// For whom a document may hold, and whether a chosen owner is there.
@Component
class HeadChoices {

  private final DSLContext sql;

  HeadChoices(DSLContext sql) {
    this.sql = sql;
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
}

package se.tillit.incident.exercise;

import static se.tillit.schema.organisation.Tables.CURRENT_ASSIGNMENT;
import static se.tillit.schema.organisation.Tables.CURRENT_BODY;
import static se.tillit.schema.organisation.Tables.CURRENT_ROLE_HOLDING;
import static se.tillit.schema.organisation.Tables.PERSON_NAME;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.web.Option;

/// What the forms about exercises offer to choose among.
@Component
class ExerciseChoices {

  private static final int MOST = 500;

  private final DSLContext sql;

  ExerciseChoices(DSLContext sql) {
    this.sql = sql;
  }

  @Transactional(readOnly = true)
  List<Option> bodies(String chosen) {
    return sql.select(CURRENT_BODY.BODY_ID, CURRENT_BODY.NAME)
        .from(CURRENT_BODY)
        .where(CURRENT_BODY.KIND.notIn("auditors", "management_group", "council"))
        .orderBy(CURRENT_BODY.NAME)
        .fetch(row ->
            Option.of(
                row.value1().toString(), row.value2(), row.value1().toString().equals(chosen)));
  }

  /// Those with a role, or who manage something.
  @Transactional(readOnly = true)
  List<Option> people() {
    var r = CURRENT_ROLE_HOLDING;
    var a = CURRENT_ASSIGNMENT;
    return sql.select(PERSON_NAME.PERSON_ID, PERSON_NAME.NAME)
        .from(PERSON_NAME)
        .where(PERSON_NAME.NAME.ne(""))
        .and(
            PERSON_NAME
                .PERSON_ID
                .in(DSL.select(r.PERSON_ID).from(r))
                .or(
                    PERSON_NAME.PERSON_ID.in(
                        DSL.select(a.PERSON_ID).from(a).where(a.KIND.eq("manager")))))
        .orderBy(PERSON_NAME.NAME, PERSON_NAME.PERSON_ID)
        .limit(MOST)
        .fetch(row -> Option.of(row.value1().toString(), row.value2()));
  }
}

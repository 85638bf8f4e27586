package se.tillit.governingdocument.watch;

import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static se.tillit.schema.governingdocument.Tables.DOCUMENT_IN_FORCE;
import static se.tillit.schema.organisation.Tables.CURRENT_ASSIGNMENT;
import static se.tillit.schema.organisation.Tables.CURRENT_ROLE_HOLDING;

import java.time.LocalDate;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record5;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import se.tillit.deadline.TodoSource;

/// Documents whose revision is near or past: asked of their owner, and of those who hold the
/// owner's role when she has left or none is named.
@Component
class RevisionTodos implements TodoSource {

  private static final Field<LocalDate> TODAY = field("kernel.today()", LocalDate.class);
  private static final int NOTICE_DAYS = 120;

  @Override
  public String kind() {
    return "governingdocument.revise";
  }

  @Override
  public Select<Record5<UUID, String, LocalDate, String, String>> todosOf(UUID person) {
    var d = DOCUMENT_IN_FORCE;
    var r = CURRENT_ROLE_HOLDING;
    Condition holdsTheRole =
        exists(selectOne().from(r).where(r.PERSON_ID.eq(person)).and(r.ROLE.eq(d.OWNER_ROLE)));
    Condition nobodyNamed =
        d.OWNER_PERSON_ID
            .isNull()
            .or(
                notExists(
                    selectOne()
                        .from(CURRENT_ASSIGNMENT)
                        .where(CURRENT_ASSIGNMENT.TENANT_ID.eq(d.TENANT_ID))
                        .and(CURRENT_ASSIGNMENT.PERSON_ID.eq(d.OWNER_PERSON_ID))));
    return select(
            d.DOCUMENT_ID,
            d.TITLE,
            d.REVISION_DAY,
            concat(inline("/documents/"), d.DOCUMENT_ID.cast(SQLDataType.VARCHAR)),
            castNull(SQLDataType.VARCHAR))
        .from(d)
        .where(d.REVISION_DAY.lt(TODAY.plus(NOTICE_DAYS)))
        .and(d.OWNER_PERSON_ID.eq(person).or(nobodyNamed.and(holdsTheRole)));
  }
}

package se.tillit.governingdocument.watch;

import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static se.tillit.schema.governingdocument.Tables.DOCUMENT_IN_FORCE;

import java.time.LocalDate;
import java.util.UUID;
import org.jooq.Record5;
import org.jooq.Record8;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import se.tillit.deadline.DeadlineSource;
import se.tillit.deadline.TodoSource;
import se.tillit.governingdocument.GoverningDocumentPermissions;

/// When the documents in force must be taken up again; their owners are asked from a quarter of a
/// year before.
@Component
class RevisionDeadlines implements DeadlineSource, TodoSource {

  @Override
  public String kind() {
    return "governingdocument.revision";
  }

  @Override
  public String permission() {
    return GoverningDocumentPermissions.READ;
  }

  @Override
  public Select<Record8<LocalDate, String, UUID, UUID, UUID, String, Boolean, UUID>> deadlines() {
    var d = DOCUMENT_IN_FORCE;
    return select(
            d.REVISION_DAY,
            d.TITLE,
            d.BODY_ID,
            castNull(SQLDataType.UUID),
            d.OWNER_PERSON_ID,
            concat(inline("/documents/"), d.DOCUMENT_ID.cast(SQLDataType.VARCHAR)),
            inline(false),
            d.DOCUMENT_ID)
        .from(d)
        .where(d.REVISION_DAY.isNotNull());
  }

  @Override
  public Select<Record5<UUID, String, LocalDate, String, String>> todosOf(UUID person) {
    var d = DOCUMENT_IN_FORCE;
    return select(
            d.DOCUMENT_ID,
            d.TITLE,
            d.REVISION_DAY,
            concat(inline("/documents/"), d.DOCUMENT_ID.cast(SQLDataType.VARCHAR)),
            castNull(SQLDataType.VARCHAR))
        .from(d)
        .where(d.OWNER_PERSON_ID.eq(person))
        .and(d.REVISION_DAY.le(DSL.field("kernel.today() + 90", SQLDataType.LOCALDATE)));
  }
}

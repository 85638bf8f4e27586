package se.tillit.governingdocument.watch;

import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;
import static se.tillit.schema.governingdocument.Tables.DOCUMENT_IN_FORCE;
import static se.tillit.schema.organisation.Tables.CURRENT_ASSIGNMENT;

import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Record8;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import se.tillit.identity.Role;
import se.tillit.indicator.Indicator;

/// Documents in force that have a living owner and whose revision is not overdue (M-1b).
@Component
class OwnedAndReviewed implements Indicator {

  @Override
  public String key() {
    return "governingdocument.owned-and-reviewed";
  }

  @Override
  public Set<String> subjects() {
    return Set.of("document", "assignment", "term");
  }

  @Override
  public String responsible() {
    return Role.COORDINATOR.key();
  }

  @Override
  public Select<Record8<UUID, UUID, UUID, String, Boolean, String, UUID, String>> records() {
    var d = DOCUMENT_IN_FORCE;
    Condition living =
        exists(
            selectOne()
                .from(CURRENT_ASSIGNMENT)
                .where(CURRENT_ASSIGNMENT.TENANT_ID.eq(d.TENANT_ID))
                .and(CURRENT_ASSIGNMENT.PERSON_ID.eq(d.OWNER_PERSON_ID)));
    Condition timely =
        d.REVISION_DAY
            .isNull()
            .or(d.REVISION_DAY.ge(field("kernel.today()", SQLDataType.LOCALDATE)));
    return select(
            d.BODY_ID,
            castNull(SQLDataType.UUID),
            d.DOCUMENT_ID,
            d.TITLE,
            field(living.and(timely)),
            when(not(living), inline("governingdocument.indicator.owned-and-reviewed.remedy.owner"))
                .otherwise(inline("governingdocument.indicator.owned-and-reviewed.remedy.overdue")),
            d.OWNER_PERSON_ID,
            concat(inline("/documents/"), d.DOCUMENT_ID.cast(SQLDataType.VARCHAR)))
        .from(d);
  }
}

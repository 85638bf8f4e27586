package se.tillit.followup;

import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.left;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static se.tillit.schema.governingdocument.Tables.CLAUSE_BINDING_IN_FORCE;
import static se.tillit.schema.governingdocument.Tables.CLAUSE_IN_FORCE;

import java.util.Set;
import java.util.UUID;
import org.jooq.Record8;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import se.tillit.identity.Role;
import se.tillit.indicator.Indicator;

/// Demands in force that are bound to a figure: what is not bound can't be followed up (M-1a).
@Component
class ClausesBound implements Indicator {

  @Override
  public String key() {
    return "followup.clauses-bound";
  }

  @Override
  public Set<String> subjects() {
    return Set.of("document", "clause");
  }

  @Override
  public String responsible() {
    return Role.COORDINATOR.key();
  }

  @Override
  public Select<Record8<UUID, UUID, UUID, String, Boolean, String, UUID, String>> records() {
    var c = CLAUSE_IN_FORCE;
    var b = CLAUSE_BINDING_IN_FORCE;
    return select(
            inline(null, SQLDataType.UUID),
            inline(null, SQLDataType.UUID),
            c.CLAUSE_ID,
            left(c.TEXT, 160),
            field(
                exists(
                    selectOne()
                        .from(b)
                        .where(b.DOCUMENT_ID.eq(c.DOCUMENT_ID))
                        .and(b.CLAUSE_ID.eq(c.CLAUSE_ID)))),
            inline("followup.indicator.clauses-bound.remedy"),
            inline(null, SQLDataType.UUID),
            concat(inline("/documents/"), c.DOCUMENT_ID.cast(SQLDataType.VARCHAR)))
        .from(c)
        .where(c.KIND.in("DEMAND", "ROLE_DUTY"));
  }
}

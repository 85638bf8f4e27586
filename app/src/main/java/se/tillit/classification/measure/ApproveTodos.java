package se.tillit.classification.measure;

import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static se.tillit.schema.asset.Tables.CURRENT_ASSET;
import static se.tillit.schema.classification.Tables.DECISION;
import static se.tillit.schema.organisation.Tables.CURRENT_ROLE_HOLDING;

import java.time.LocalDate;
import java.util.UUID;
import org.jooq.Record5;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import se.tillit.deadline.TodoSource;
import se.tillit.identity.Role;

/// Proposals to lower a common class: asked of the coordinator.
@Component
class ApproveTodos implements TodoSource {

  @Override
  public String kind() {
    return "classification.approve";
  }

  @Override
  public Select<Record5<UUID, String, LocalDate, String, String>> todosOf(UUID person) {
    return select(
            DECISION.ID,
            CURRENT_ASSET.NAME,
            castNull(SQLDataType.LOCALDATE),
            concat(inline("/classifications/"), DECISION.ID.cast(SQLDataType.VARCHAR)),
            castNull(SQLDataType.VARCHAR))
        .from(DECISION)
        .join(CURRENT_ASSET)
        .on(CURRENT_ASSET.ASSET_ID.eq(DECISION.ASSET_ID))
        .where(DECISION.STATE.eq(inline("proposed")))
        .and(
            exists(
                selectOne()
                    .from(CURRENT_ROLE_HOLDING)
                    .where(CURRENT_ROLE_HOLDING.PERSON_ID.eq(person))
                    .and(CURRENT_ROLE_HOLDING.ROLE.eq(inline(Role.COORDINATOR.key())))));
  }
}

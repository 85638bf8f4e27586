package se.tillit.asset.register;

import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static se.tillit.schema.asset.Tables.INFORMATION_ASSET;
import static se.tillit.schema.organisation.Tables.CURRENT_MANAGER;
import static se.tillit.schema.organisation.Tables.CURRENT_ROLE_HOLDING;

import java.time.LocalDate;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Record5;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import se.tillit.deadline.TodoSource;
import se.tillit.identity.Role;

/// Assets that nobody answers for (K-4e): on the manager's list the same day as the owner has left,
/// and on the coordinator's where there is no manager either.
@Component
class VacantTodos implements TodoSource {

  @Override
  public String kind() {
    return "asset.vacant";
  }

  @Override
  public Select<Record5<UUID, String, LocalDate, String, String>> todosOf(UUID person) {
    Condition unmanaged =
        notExists(
            selectOne()
                .from(CURRENT_MANAGER)
                .where(CURRENT_MANAGER.UNIT_ID.eq(INFORMATION_ASSET.UNIT_ID)));
    Condition coordinates =
        exists(
            selectOne()
                .from(CURRENT_ROLE_HOLDING)
                .where(CURRENT_ROLE_HOLDING.PERSON_ID.eq(person))
                .and(CURRENT_ROLE_HOLDING.ROLE.eq(inline(Role.COORDINATOR.key()))));
    return select(
            INFORMATION_ASSET.ID,
            INFORMATION_ASSET.NAME,
            castNull(SQLDataType.LOCALDATE),
            concat(inline("/assets/"), INFORMATION_ASSET.ID.cast(SQLDataType.VARCHAR)),
            castNull(SQLDataType.VARCHAR))
        .from(INFORMATION_ASSET)
        .where(INFORMATION_ASSET.STATE.eq("active"))
        .and(AssetConditions.vacant())
        .and(Answerable.inUnitsOf(person).or(coordinates.and(unmanaged)));
  }
}

package se.tillit.asset.register;

import static org.jooq.impl.DSL.select;
import static se.tillit.schema.asset.Tables.INFORMATION_ASSET;
import static se.tillit.schema.organisation.Tables.CURRENT_MANAGER;

import java.util.UUID;
import org.jooq.Condition;

/// Which assets a person answers for, so asked that indexes find them: what is delegated to her,
/// and what is not delegated in the units that she manages.
final class Answerable {

  private Answerable() {}

  static Condition by(UUID person) {
    return INFORMATION_ASSET
        .DELEGATED_OWNER
        .eq(person)
        .or(INFORMATION_ASSET.DELEGATED_OWNER.isNull().and(inUnitsOf(person)));
  }

  static Condition inUnitsOf(UUID person) {
    return INFORMATION_ASSET.UNIT_ID.in(
        select(CURRENT_MANAGER.UNIT_ID)
            .from(CURRENT_MANAGER)
            .where(CURRENT_MANAGER.PERSON_ID.eq(person)));
  }
}

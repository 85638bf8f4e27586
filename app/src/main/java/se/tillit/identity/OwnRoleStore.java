package se.tillit.identity;

import static se.tillit.schema.identity.Tables.OWN_ROLE;
import static se.tillit.schema.identity.Tables.OWN_ROLE_HOLDING;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tillit.kernel.Sweden;

/// What a tenant's own roles give an account or a token today; read within the tenant.
@Component
class OwnRoleStore {

  private final DSLContext sql;
  private final Clock clock;

  OwnRoleStore(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /// A role of the tenant's own that somebody has.
  ///
  /// @param unit the unit that it is limited to, with those below; none where it reaches everything
  record Held(String name, Set<String> permissions, @Nullable UUID unit) {}

  /// The role as a machine has it.
  List<Held> one(UUID role, @Nullable UUID unit) {
    return sql.select(OWN_ROLE.NAME, OWN_ROLE.PERMISSIONS)
        .from(OWN_ROLE)
        .where(OWN_ROLE.ID.eq(role))
        .fetch(row -> new Held(row.value1(), Set.of(row.value2()), unit));
  }

  List<Held> heldBy(UUID account) {
    return sql.select(OWN_ROLE.NAME, OWN_ROLE.PERMISSIONS, OWN_ROLE_HOLDING.UNIT_ID)
        .from(OWN_ROLE_HOLDING)
        .join(OWN_ROLE)
        .on(
            OWN_ROLE.TENANT_ID.eq(OWN_ROLE_HOLDING.TENANT_ID),
            OWN_ROLE.ID.eq(OWN_ROLE_HOLDING.ROLE_ID))
        .where(OWN_ROLE_HOLDING.ACCOUNT_ID.eq(account))
        .and(
            OWN_ROLE_HOLDING
                .LAST_DAY
                .isNull()
                .or(OWN_ROLE_HOLDING.LAST_DAY.ge(Sweden.today(clock))))
        .orderBy(OWN_ROLE.NAME)
        .fetch(row -> new Held(row.value1(), Set.of(row.value2()), row.value3()));
  }
}

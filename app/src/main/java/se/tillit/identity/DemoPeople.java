package se.tillit.identity;

import static se.tillit.schema.identity.Tables.ACCOUNT;
import static se.tillit.schema.identity.Tables.MEMBERSHIP;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Ids;

/// Lets visitors of a demo installation be one of its invented people.
@Component
public class DemoPeople {

  private final DSLContext sql;
  private final Clock clock;

  DemoPeople(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /// An invented person, with the address that letters go to where a demo has a mail server.
  public record Face(UUID person, String name, @Nullable String email) {}

  /// Makes the person one whom a visitor may become at sign-in, presented in the given role. What
  /// she may do still follows from her assignments and roles. Nobody can sign in as her with a
  /// password: she has none.
  public void persona(String tenantKey, Face face, Role role) {
    UUID account = Ids.next();
    sql.insertInto(ACCOUNT)
        .set(ACCOUNT.ID, account)
        .set(ACCOUNT.LOGIN, tenantKey + "-" + role.key() + "-" + account)
        .set(ACCOUNT.NAME, face.name())
        .set(ACCOUNT.EMAIL, face.email())
        .set(ACCOUNT.CREATED_AT, clock.instant())
        .execute();
    sql.insertInto(MEMBERSHIP)
        .set(MEMBERSHIP.ACCOUNT_ID, account)
        .set(MEMBERSHIP.TENANT_ID, Acting.current().tenant().value())
        .set(MEMBERSHIP.PERSON_ID, face.person())
        .set(MEMBERSHIP.DEMO_PERSONA, role.key())
        .set(MEMBERSHIP.CREATED_AT, clock.instant())
        .execute();
  }

  /// The accounts by which a visitor becomes somebody with this role in the current tenant.
  public List<UUID> accountsOf(Role role) {
    return sql.select(MEMBERSHIP.ACCOUNT_ID)
        .from(MEMBERSHIP)
        .where(MEMBERSHIP.TENANT_ID.eq(Acting.current().tenant().value()))
        .and(MEMBERSHIP.DEMO_PERSONA.eq(role.key()))
        .fetch(MEMBERSHIP.ACCOUNT_ID);
  }

  /// The people whom a visitor may become in the current tenant as this role.
  public List<UUID> of(Role role) {
    return sql.select(MEMBERSHIP.PERSON_ID)
        .from(MEMBERSHIP)
        .where(MEMBERSHIP.TENANT_ID.eq(Acting.current().tenant().value()))
        .and(MEMBERSHIP.DEMO_PERSONA.eq(role.key()))
        .orderBy(MEMBERSHIP.CREATED_AT)
        .fetch(MEMBERSHIP.PERSON_ID);
  }
}

package se.tillit.identity.demo;

import static java.util.Comparator.comparing;
import static se.tillit.schema.identity.Tables.ACCOUNT;
import static se.tillit.schema.identity.Tables.MEMBERSHIP;
import static se.tillit.schema.identity.Tables.TENANT;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import se.tillit.identity.Role;

/// The invented people of a demo installation; an ordinary installation has none.
@Component
public class DemoPersonas {

  private final DSLContext sql;
  private final boolean demo;

  DemoPersonas(DSLContext sql, @Value("${tillit.demo}") boolean demo) {
    this.sql = sql;
    this.demo = demo;
  }

  public List<Persona> all() {
    if (!demo) {
      return List.of();
    }
    return sql
        .select(ACCOUNT.ID, ACCOUNT.NAME, MEMBERSHIP.DEMO_PERSONA, TENANT.KEY, TENANT.NAME)
        .from(MEMBERSHIP)
        .join(TENANT)
        .on(TENANT.ID.eq(MEMBERSHIP.TENANT_ID))
        .join(ACCOUNT)
        .on(ACCOUNT.ID.eq(MEMBERSHIP.ACCOUNT_ID))
        .where(TENANT.DEMO)
        .and(MEMBERSHIP.DEMO_PERSONA.isNotNull())
        .orderBy(TENANT.CREATED_AT, ACCOUNT.NAME)
        .fetch(Records.mapping(Persona::new))
        .stream()
        .sorted(comparing(Persona::tenantKey).thenComparingInt(DemoPersonas::rank))
        .toList();
  }

  /// The order in which the roles are shipped: those who see most of Tillit come first.
  private static int rank(Persona persona) {
    return Role.of(persona.role()).map(Role::ordinal).orElse(Integer.MAX_VALUE);
  }

  public Optional<Persona> one(UUID account, String tenantKey) {
    return all().stream()
        .filter(it -> it.account().equals(account) && it.tenantKey().equals(tenantKey))
        .findFirst();
  }
}

package se.tillit.identity;

import static se.tillit.schema.identity.Tables.TENANT;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.kernel.Ids;
import se.tillit.kernel.Refused;
import se.tillit.kernel.TenantId;

/// The municipalities of this installation.
@Component
public class Tenants {

  private final DSLContext sql;
  private final Clock clock;

  Tenants(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /// A municipality with its companies, as addressed (`key`) and as called.
  public record Tenant(TenantId id, String key, String name, boolean demo) {}

  public List<Tenant> all() {
    return sql.selectFrom(TENANT)
        .orderBy(TENANT.NAME)
        .fetch(row ->
            new Tenant(new TenantId(row.getId()), row.getKey(), row.getName(), row.getDemo()));
  }

  public Optional<Tenant> byKey(String key) {
    return sql.selectFrom(TENANT)
        .where(TENANT.KEY.eq(key))
        .fetchOptional(row ->
            new Tenant(new TenantId(row.getId()), row.getKey(), row.getName(), row.getDemo()));
  }

  /// Opens a new, empty tenant. The key becomes its address and never changes.
  @Transactional
  public Tenant open(String key, String name, boolean demo) {
    return open(new TenantId(Ids.next()), key, name, demo);
  }

  /// Opens a tenant that already acts: what else the transaction writes may belong to it.
  @Transactional
  public Tenant open(TenantId id, String key, String name, boolean demo) {
    if (!key.matches("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?") || TenantDoor.RESERVED.contains(key)) {
      throw new Refused("identity.tenant.key-malformed", key).at("key");
    }
    if (name.isBlank()) {
      throw new Refused("identity.tenant.name-missing").at("name");
    }
    if (byKey(key).isPresent()) {
      throw new Refused("identity.tenant.key-taken", key).at("key");
    }
    sql.insertInto(TENANT)
        .set(TENANT.ID, id.value())
        .set(TENANT.KEY, key)
        .set(TENANT.NAME, name)
        .set(TENANT.DEMO, demo)
        .set(TENANT.CREATED_AT, clock.instant())
        .execute();
    return new Tenant(id, key, name, demo);
  }
}

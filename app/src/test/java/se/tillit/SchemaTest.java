package se.tillit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.tillit.testing.TillitTest;

/// The tenant wall stands around every table that has a tenant: forced, and failing closed.
@TillitTest
class SchemaTest {

  /// Tables with a tenant but no wall, and why.
  private static final Map<String, String> UNWALLED =
      Map.of(
          "identity.membership", "read across tenants at sign-in, to find the doors of an account",
          "identity.api_token", "found by its hash before any tenant is known",
          "identity.link", "found by its hash before any tenant is known",
          "deadline.calendar_feed", "found by its secret before any tenant is known",
          "job.run", "taken by workers that serve all tenants");

  /// Tables of the installation, which have no tenant.
  private static final Set<String> TENANTLESS =
      Set.of(
          "identity.tenant",
          "identity.account",
          "identity.chosen_columns",
          "identity.failure",
          "identity.passkey",
          "identity.recovery_code",
          "identity.spring_session",
          "identity.spring_session_attributes",
          "asset.secrecy_ground",
          "incident.shipped_term",
          "job.scheduled_tasks",
          "public.flyway_schema_history");

  private static final String TABLES =
      """
      select n.nspname || '.' || c.relname as name, c.relrowsecurity and c.relforcerowsecurity as walled,
             exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id'
                     and not a.attisdropped) as tenant,
             exists (select from pg_policy p where p.polrelid = c.oid
                     and pg_get_expr(p.polqual, p.polrelid) = '(tenant_id = kernel.current_tenant())') as policy,
             coalesce((select i.indkey[0] = a.attnum from pg_index i join pg_attribute a
                       on a.attrelid = c.oid and a.attname = 'tenant_id'
                       where i.indrelid = c.oid and i.indisprimary), true) as leads
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
        and n.nspname not like 'pg_%'
      """;

  private static final String VIEWS =
      """
      select n.nspname || '.' || c.relname as name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'v' and n.nspname not in ('pg_catalog', 'information_schema')
        and not coalesce(c.reloptions @> array['security_invoker=true'], false)
      """;

  @Autowired DSLContext sql;

  @Test
  void forcesTheWallAroundEveryTableWithATenant() {
    var unwalled = new TreeSet<String>();
    var misled = new TreeSet<String>();
    var unknown = new TreeSet<String>();
    for (var table : sql.resultQuery(TABLES).fetch()) {
      String name = table.get("name", String.class);
      if (!table.get("tenant", Boolean.class)) {
        unknown.add(name);
        continue;
      }
      if (!table.get("walled", Boolean.class) || !table.get("policy", Boolean.class)) {
        unwalled.add(name);
      } else if (!table.get("leads", Boolean.class)) {
        misled.add(name);
      }
    }
    assertThat(unwalled).isSubsetOf(UNWALLED.keySet());
    assertThat(misled).as("keys that tenant_id does not lead").isEmpty();
    assertThat(unknown).as("tables without a tenant").isSubsetOf(TENANTLESS);
  }

  @Test
  void failsClosedWhereNoTenantIsTold() {
    for (var table : sql.resultQuery(TABLES).fetch()) {
      String name = table.get("name", String.class);
      if (table.get("walled", Boolean.class)) {
        assertThatThrownBy(() -> sql.fetch("select tenant_id from " + name + " limit 1"))
            .as(name)
            // A connection that never knew a tenant says so; one that did has forgotten it.
            .rootCause()
            .message()
            .containsAnyOf("tillit.tenant", "invalid input syntax for type uuid");
      }
    }
  }

  @Test
  void looksThroughViewsWithTheEyesOfTheAsker() {
    assertThat(sql.resultQuery(VIEWS).fetch(row -> row.get(0, String.class))).isEmpty();
  }
}

package se.tillit.testing;

import static se.tillit.schema.identity.Tables.ACCOUNT;
import static se.tillit.schema.identity.Tables.MEMBERSHIP;
import static se.tillit.schema.identity.Tables.OWN_ROLE;
import static se.tillit.schema.identity.Tables.OWN_ROLE_HOLDING;
import static se.tillit.schema.organisation.Tables.ASSIGNMENT;
import static se.tillit.schema.organisation.Tables.BODY;
import static se.tillit.schema.organisation.Tables.LEGAL_ENTITY;
import static se.tillit.schema.organisation.Tables.PERSON;
import static se.tillit.schema.organisation.Tables.ROLE_HOLDING;
import static se.tillit.schema.organisation.Tables.UNIT;
import static se.tillit.schema.organisation.Tables.UNIT_ANCESTOR;
import static se.tillit.schema.organisation.Tables.UNIT_PERIOD;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;
import se.tillit.identity.Role;
import se.tillit.identity.Tenants;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Actor;
import se.tillit.kernel.Ids;
import se.tillit.kernel.PersonId;

/// Builds small municipalities for tests: `towns.found()` gives a fresh one with a person for each
/// role.
@TestComponent
public class Towns {

  static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
  private static final AtomicInteger FOUNDED = new AtomicInteger();

  private final DSLContext sql;
  private final Tenants tenants;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Towns(DSLContext sql, Tenants tenants, TransactionTemplate transaction, Clock clock) {
    this.sql = sql;
    this.tenants = tenants;
    this.transaction = transaction;
    this.clock = clock;
  }

  /// A fresh tenant: a municipality with council, executive board, a school board and a company;
  /// below the executive board an office, below the school board a school administration with one
  /// school.
  public Town found() {
    String key = "town-" + FOUNDED.incrementAndGet();
    Tenants.Tenant tenant = tenants.open(key, "Staden " + key, false);
    var town = new Town(this, tenant);
    town.within(town::build);
    return town;
  }

  /// A fresh tenant with nothing in it.
  public Town empty() {
    String key = "town-" + FOUNDED.incrementAndGet();
    return new Town(this, tenants.open(key, "Staden " + key, false));
  }

  /// A fresh tenant with nothing in it but the administrator who opened it.
  public Town unstaffed() {
    Town town = empty();
    town.within(() -> town.open());
    return town;
  }

  <T> T within(Tenants.Tenant tenant, @Nullable PersonId person, Supplier<T> work) {
    var actor = new Actor(tenant.id(), person, "Prov");
    try {
      return Acting.as(actor, () -> transaction.execute(status -> work.get()));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  UUID entity(Tenants.Tenant tenant, String name, String kind) {
    UUID id = Ids.next();
    sql.insertInto(LEGAL_ENTITY)
        .set(LEGAL_ENTITY.TENANT_ID, tenant.id().value())
        .set(LEGAL_ENTITY.ID, id)
        .set(LEGAL_ENTITY.NAME, name)
        .set(LEGAL_ENTITY.KIND, kind)
        .set(LEGAL_ENTITY.FROM_DAY, LONG_AGO)
        .execute();
    return id;
  }

  UUID body(Tenants.Tenant tenant, UUID entity, String name, String kind) {
    UUID id = Ids.next();
    sql.insertInto(BODY)
        .set(BODY.TENANT_ID, tenant.id().value())
        .set(BODY.ID, id)
        .set(BODY.LEGAL_ENTITY_ID, entity)
        .set(BODY.NAME, name)
        .set(BODY.KIND, kind)
        .set(BODY.FROM_DAY, LONG_AGO)
        .execute();
    return id;
  }

  UUID unit(Tenants.Tenant tenant, UUID body, @Nullable UUID parent, String name) {
    UUID id = Ids.next();
    UUID tenantId = tenant.id().value();
    sql.insertInto(UNIT).set(UNIT.TENANT_ID, tenantId).set(UNIT.ID, id).execute();
    sql.insertInto(UNIT_PERIOD)
        .set(UNIT_PERIOD.TENANT_ID, tenantId)
        .set(UNIT_PERIOD.UNIT_ID, id)
        .set(UNIT_PERIOD.FROM_DAY, LONG_AGO)
        .set(UNIT_PERIOD.NAME, name)
        .set(UNIT_PERIOD.KIND, parent == null ? "administration" : "unit")
        .set(UNIT_PERIOD.PARENT_ID, parent)
        .set(UNIT_PERIOD.BODY_ID, body)
        .execute();
    sql.query(
            """
            insert into organisation.unit_ancestor (tenant_id, unit_id, ancestor_id, depth, from_day)
            select {0}, {1}, {1}, 0, {3}
            union all
            select {0}, {1}, a.ancestor_id, a.depth + 1, {3}
            from organisation.unit_ancestor a where a.unit_id = {2}
            """,
            org.jooq.impl.DSL.val(tenantId),
            org.jooq.impl.DSL.val(id),
            org.jooq.impl.DSL.val(parent, UNIT_ANCESTOR.UNIT_ID),
            org.jooq.impl.DSL.val(LONG_AGO))
        .execute();
    return id;
  }

  UUID person(Tenants.Tenant tenant, String given, String family) {
    UUID id = Ids.next();
    sql.insertInto(PERSON)
        .set(PERSON.TENANT_ID, tenant.id().value())
        .set(PERSON.ID, id)
        .set(PERSON.GIVEN_NAME, given)
        .set(PERSON.FAMILY_NAME, family)
        .set(
            PERSON.EMAIL,
            given.toLowerCase(java.util.Locale.ROOT) + "@" + tenant.key() + ".example")
        .execute();
    return id;
  }

  void assign(
      Tenants.Tenant tenant, UUID person, String kind, @Nullable UUID unit, @Nullable UUID body) {
    sql.insertInto(ASSIGNMENT)
        .set(ASSIGNMENT.TENANT_ID, tenant.id().value())
        .set(ASSIGNMENT.ID, Ids.next())
        .set(ASSIGNMENT.PERSON_ID, person)
        .set(ASSIGNMENT.KIND, kind)
        .set(ASSIGNMENT.UNIT_ID, unit)
        .set(ASSIGNMENT.BODY_ID, body)
        .set(ASSIGNMENT.TITLE, kind)
        .set(ASSIGNMENT.FROM_DAY, LONG_AGO)
        .execute();
  }

  void hold(Tenants.Tenant tenant, UUID person, Role role) {
    sql.insertInto(ROLE_HOLDING)
        .set(ROLE_HOLDING.TENANT_ID, tenant.id().value())
        .set(ROLE_HOLDING.ID, Ids.next())
        .set(ROLE_HOLDING.ROLE, role.key())
        .set(ROLE_HOLDING.PERSON_ID, person)
        .set(ROLE_HOLDING.FROM_DAY, LONG_AGO)
        .execute();
  }

  UUID account(Tenants.Tenant tenant, UUID person, String name) {
    UUID id = Ids.next();
    sql.insertInto(ACCOUNT)
        .set(ACCOUNT.ID, id)
        .set(ACCOUNT.LOGIN, id.toString())
        .set(ACCOUNT.NAME, name)
        .set(ACCOUNT.CREATED_AT, clock.instant())
        .execute();
    sql.insertInto(MEMBERSHIP)
        .set(MEMBERSHIP.ACCOUNT_ID, id)
        .set(MEMBERSHIP.TENANT_ID, tenant.id().value())
        .set(MEMBERSHIP.PERSON_ID, person)
        .set(MEMBERSHIP.CREATED_AT, clock.instant())
        .execute();
    return id;
  }

  /// An account that has nothing but one role of the tenant's own, everywhere.
  public UUID holderOf(Town town, Collection<String> permissions) {
    return town.within(() -> {
      UUID tenant = town.tenant().id().value();
      UUID person = person(town.tenant(), "Egon", "Egen");
      UUID account = account(town.tenant(), person, "Egon Egen");
      UUID role = Ids.next();
      sql.insertInto(OWN_ROLE)
          .set(OWN_ROLE.TENANT_ID, tenant)
          .set(OWN_ROLE.ID, role)
          .set(OWN_ROLE.NAME, "Egen roll")
          .set(OWN_ROLE.PERMISSIONS, permissions.toArray(String[]::new))
          .execute();
      sql.insertInto(OWN_ROLE_HOLDING)
          .set(OWN_ROLE_HOLDING.TENANT_ID, tenant)
          .set(OWN_ROLE_HOLDING.ID, Ids.next())
          .set(OWN_ROLE_HOLDING.ROLE_ID, role)
          .set(OWN_ROLE_HOLDING.ACCOUNT_ID, account)
          .execute();
      sql.update(MEMBERSHIP)
          .set(MEMBERSHIP.OWN_ROLES, true)
          .where(MEMBERSHIP.ACCOUNT_ID.eq(account))
          .execute();
      return account;
    });
  }
}

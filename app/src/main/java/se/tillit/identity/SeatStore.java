package se.tillit.identity;

import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.select;
import static se.tillit.schema.identity.Tables.ACCOUNT;
import static se.tillit.schema.identity.Tables.MEMBERSHIP;
import static se.tillit.schema.identity.Tables.TENANT;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Records;
import org.springframework.stereotype.Component;
import se.tillit.database.FixedQuery;
import se.tillit.kernel.TenantId;

/// Finds which seat an account or token takes in the tenant that a request names.
@Component
class SeatStore {

  private static final FixedQuery DOORS =
      FixedQuery.of(
          select(
                  TENANT.KEY,
                  TENANT.ID,
                  TENANT.NAME,
                  TENANT.DEMO,
                  MEMBERSHIP.PERSON_ID,
                  MEMBERSHIP.OWN_ROLES,
                  ACCOUNT.NAME,
                  ACCOUNT.LANGUAGE,
                  ACCOUNT.COLOUR_SCHEME,
                  ACCOUNT.DENSITY)
              .from(MEMBERSHIP)
              .join(TENANT)
              .on(TENANT.ID.eq(MEMBERSHIP.TENANT_ID))
              .join(ACCOUNT)
              .on(ACCOUNT.ID.eq(MEMBERSHIP.ACCOUNT_ID))
              .where(MEMBERSHIP.ACCOUNT_ID.eq(param("account", UUID.class)))
              .and(ACCOUNT.DISABLED_AT.isNull())
              .and(MEMBERSHIP.DISABLED_AT.isNull())
              .orderBy(TENANT.NAME));

  private final DSLContext sql;

  SeatStore(DSLContext sql) {
    this.sql = sql;
  }

  /// What a seat is made of: the tenant, and the person and settings of the account.
  record Found(
      UUID tenant,
      String tenantName,
      boolean demo,
      UUID person,
      boolean ownRoles,
      String name,
      Viewer.Settings settings,
      List<Viewer.Door> doors) {}

  /// The seat, and by the same statement all doors that the account may enter.
  Optional<Found> seatOf(UUID account, String tenantKey) {
    var doors = DOORS.fetch(sql, account);
    var all = doors.map(door -> new Viewer.Door(door.get(TENANT.KEY), door.get(TENANT.NAME)));
    return doors.stream()
        .filter(door -> door.get(TENANT.KEY).equals(tenantKey))
        .findFirst()
        .map(door -> found(door, all));
  }

  private static Found found(Record door, List<Viewer.Door> all) {
    return new Found(
        door.get(TENANT.ID),
        door.get(TENANT.NAME),
        door.get(TENANT.DEMO),
        door.get(MEMBERSHIP.PERSON_ID),
        door.get(MEMBERSHIP.OWN_ROLES),
        door.get(ACCOUNT.NAME),
        new Viewer.Settings(
            door.get(ACCOUNT.LANGUAGE), door.get(ACCOUNT.COLOUR_SCHEME), door.get(ACCOUNT.DENSITY)),
        all);
  }

  List<Viewer.Door> doorsOf(UUID account) {
    return sql.select(TENANT.KEY, TENANT.NAME)
        .from(MEMBERSHIP)
        .join(TENANT)
        .on(TENANT.ID.eq(MEMBERSHIP.TENANT_ID))
        .where(MEMBERSHIP.ACCOUNT_ID.eq(account))
        .and(MEMBERSHIP.DISABLED_AT.isNull())
        .orderBy(TENANT.NAME)
        .fetch(Records.mapping(Viewer.Door::new));
  }

  /// An account outside every tenant: who looks and how she wants pages shown.
  record Face(
      String name,
      String language,
      String colourScheme,
      String density,
      boolean administersInstallation) {}

  Optional<Face> faceOf(UUID account) {
    return sql.select(
            ACCOUNT.NAME,
            ACCOUNT.LANGUAGE,
            ACCOUNT.COLOUR_SCHEME,
            ACCOUNT.DENSITY,
            ACCOUNT.INSTALLATION_ADMINISTRATOR)
        .from(ACCOUNT)
        .where(ACCOUNT.ID.eq(account))
        .and(ACCOUNT.DISABLED_AT.isNull())
        .fetchOptional(Records.mapping(Face::new));
  }

  /// A tenant as its key names it.
  record NamedTenant(UUID id, String name, boolean demo) {}

  Optional<NamedTenant> tenant(String key) {
    return sql.select(TENANT.ID, TENANT.NAME, TENANT.DEMO)
        .from(TENANT)
        .where(TENANT.KEY.eq(key))
        .fetchOptional(Records.mapping(NamedTenant::new));
  }

  Optional<String> keyOf(TenantId tenant) {
    return sql.select(TENANT.KEY)
        .from(TENANT)
        .where(TENANT.ID.eq(tenant.value()))
        .fetchOptional(TENANT.KEY);
  }
}

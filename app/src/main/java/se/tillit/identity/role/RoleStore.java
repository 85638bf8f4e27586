package se.tillit.identity.role;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.currentInstant;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static se.tillit.schema.identity.Tables.ACCOUNT;
import static se.tillit.schema.identity.Tables.API_TOKEN;
import static se.tillit.schema.identity.Tables.MEMBERSHIP;
import static se.tillit.schema.identity.Tables.OWN_ROLE;
import static se.tillit.schema.identity.Tables.OWN_ROLE_HOLDING;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record5;
import org.jooq.SelectJoinStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tillit.identity.People;
import se.tillit.identity.ShownName;
import se.tillit.kernel.Acting;
import se.tillit.web.Words;

/// The rows of a tenant's own roles and of who has them.
@Component
class RoleStore {

  private final DSLContext sql;
  private final People people;

  RoleStore(DSLContext sql, People people) {
    this.sql = sql;
    this.people = people;
  }

  List<OwnRole> all() {
    return rows().orderBy(OWN_ROLE.NAME, OWN_ROLE.ID).fetch(RoleStore::role);
  }

  Optional<OwnRole> find(UUID id) {
    return rows().where(OWN_ROLE.ID.eq(id)).fetchOptional(RoleStore::role);
  }

  /// The same role, held still until the transaction ends: nobody gets it while it is removed.
  Optional<OwnRole> hold(UUID id) {
    sql.selectOne().from(OWN_ROLE).where(OWN_ROLE.ID.eq(id)).forUpdate().execute();
    return find(id);
  }

  boolean isTaken(String name, @Nullable UUID except) {
    Condition another = except == null ? DSL.noCondition() : OWN_ROLE.ID.ne(except);
    return sql.fetchExists(
        selectOne().from(OWN_ROLE).where(OWN_ROLE.NAME.equalIgnoreCase(name)).and(another));
  }

  void insert(UUID id, String name, Collection<String> permissions) {
    sql.insertInto(OWN_ROLE)
        .set(OWN_ROLE.TENANT_ID, tenant())
        .set(OWN_ROLE.ID, id)
        .set(OWN_ROLE.NAME, name)
        .set(OWN_ROLE.PERMISSIONS, permissions.toArray(String[]::new))
        .execute();
  }

  boolean update(UUID id, int version, String name, Collection<String> permissions) {
    return sql.update(OWN_ROLE)
            .set(OWN_ROLE.NAME, name)
            .set(OWN_ROLE.PERMISSIONS, permissions.toArray(String[]::new))
            .set(OWN_ROLE.VERSION, OWN_ROLE.VERSION.plus(1))
            .where(OWN_ROLE.ID.eq(id))
            .and(OWN_ROLE.VERSION.eq(version))
            .execute()
        == 1;
  }

  void delete(UUID id) {
    sql.deleteFrom(OWN_ROLE).where(OWN_ROLE.ID.eq(id)).execute();
  }

  /// How many tokens have the role and may still come.
  int livingTokens(UUID role) {
    return sql.fetchCount(
        API_TOKEN,
        API_TOKEN
            .TENANT_ID
            .eq(tenant())
            .and(API_TOKEN.OWN_ROLE_ID.eq(role))
            .and(API_TOKEN.REVOKED_AT.isNull())
            .and(API_TOKEN.EXPIRES_AT.gt(currentInstant())));
  }

  List<Holder> holders(UUID role, Words words) {
    var rows =
        sql.select(
                OWN_ROLE_HOLDING.ID,
                OWN_ROLE_HOLDING.ACCOUNT_ID,
                ACCOUNT.NAME,
                ACCOUNT.LOGIN,
                OWN_ROLE_HOLDING.UNIT_ID,
                OWN_ROLE_HOLDING.LAST_DAY,
                MEMBERSHIP.PERSON_ID)
            .from(OWN_ROLE_HOLDING)
            .join(ACCOUNT)
            .on(ACCOUNT.ID.eq(OWN_ROLE_HOLDING.ACCOUNT_ID))
            .join(MEMBERSHIP)
            .on(
                MEMBERSHIP.TENANT_ID.eq(OWN_ROLE_HOLDING.TENANT_ID),
                MEMBERSHIP.ACCOUNT_ID.eq(OWN_ROLE_HOLDING.ACCOUNT_ID))
            .where(OWN_ROLE_HOLDING.ROLE_ID.eq(role))
            .orderBy(ACCOUNT.LOGIN, OWN_ROLE_HOLDING.ID)
            .fetch();
    Map<UUID, String> names = people.namesOf(rows.intoSet(MEMBERSHIP.PERSON_ID));
    return rows.map(row ->
        new Holder(
            row.value1(),
            row.value2(),
            ShownName.of(names.get(row.value7()), row.value3(), words),
            row.value4(),
            row.value5(),
            row.value6()));
  }

  /// The account with that user name, if it may enter the tenant.
  Optional<UUID> account(String login) {
    return sql.select(ACCOUNT.ID)
        .from(ACCOUNT)
        .join(MEMBERSHIP)
        .on(MEMBERSHIP.ACCOUNT_ID.eq(ACCOUNT.ID))
        .where(ACCOUNT.LOGIN.eq(DSL.lower(login)))
        .and(MEMBERSHIP.TENANT_ID.eq(tenant()))
        .and(MEMBERSHIP.DISABLED_AT.isNull())
        .fetchOptional(ACCOUNT.ID);
  }

  /// Gives the role; a second time moves its last day.
  UUID give(UUID id, UUID role, UUID account, @Nullable UUID unit, @Nullable LocalDate until) {
    UUID holding =
        sql.insertInto(OWN_ROLE_HOLDING)
            .set(OWN_ROLE_HOLDING.TENANT_ID, tenant())
            .set(OWN_ROLE_HOLDING.ID, id)
            .set(OWN_ROLE_HOLDING.ROLE_ID, role)
            .set(OWN_ROLE_HOLDING.ACCOUNT_ID, account)
            .set(OWN_ROLE_HOLDING.UNIT_ID, unit)
            .set(OWN_ROLE_HOLDING.LAST_DAY, until)
            .onConflict(
                OWN_ROLE_HOLDING.TENANT_ID,
                OWN_ROLE_HOLDING.ROLE_ID,
                OWN_ROLE_HOLDING.ACCOUNT_ID,
                OWN_ROLE_HOLDING.UNIT_ID)
            .doUpdate()
            .set(OWN_ROLE_HOLDING.LAST_DAY, until)
            .returningResult(OWN_ROLE_HOLDING.ID)
            .fetchSingle()
            .value1();
    mark(account);
    return holding;
  }

  void take(Holder holder) {
    sql.deleteFrom(OWN_ROLE_HOLDING).where(OWN_ROLE_HOLDING.ID.eq(holder.id())).execute();
    mark(holder.account());
  }

  /// The seat says whether there is anything to ask for.
  private void mark(UUID account) {
    sql.update(MEMBERSHIP)
        .set(
            MEMBERSHIP.OWN_ROLES,
            field(
                exists(
                    selectOne()
                        .from(OWN_ROLE_HOLDING)
                        .where(OWN_ROLE_HOLDING.ACCOUNT_ID.eq(account)))))
        .where(MEMBERSHIP.TENANT_ID.eq(tenant()))
        .and(MEMBERSHIP.ACCOUNT_ID.eq(account))
        .execute();
  }

  private SelectJoinStep<Record5<UUID, String, String[], Integer, Integer>> rows() {
    return sql.select(
            OWN_ROLE.ID,
            OWN_ROLE.NAME,
            OWN_ROLE.PERMISSIONS,
            field(
                select(count())
                    .from(OWN_ROLE_HOLDING)
                    .where(OWN_ROLE_HOLDING.TENANT_ID.eq(OWN_ROLE.TENANT_ID))
                    .and(OWN_ROLE_HOLDING.ROLE_ID.eq(OWN_ROLE.ID))),
            OWN_ROLE.VERSION)
        .from(OWN_ROLE);
  }

  private static OwnRole role(Record5<UUID, String, String[], Integer, Integer> row) {
    return new OwnRole(
        row.value1(), row.value2(), List.of(row.value3()), row.value4(), row.value5());
  }

  private static UUID tenant() {
    return Acting.current().tenant().value();
  }
}

package se.tillit.identity.tenant;

import static se.tillit.schema.identity.Tables.ACCOUNT;
import static se.tillit.schema.identity.Tables.API_TOKEN;
import static se.tillit.schema.identity.Tables.MEMBERSHIP;
import static se.tillit.schema.identity.Tables.PASSKEY;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.identity.IdentityChanged;
import se.tillit.identity.People;
import se.tillit.identity.ShownName;
import se.tillit.identity.Viewer;
import se.tillit.identity.account.Accounts;
import se.tillit.identity.account.Failures;
import se.tillit.kernel.Refused;
import se.tillit.kernel.TenantId;
import se.tillit.kernel.Unknown;
import se.tillit.web.Cursor;
import se.tillit.web.Words;

/// The accounts that may enter a tenant. Its administrator opens and closes their way in here; what
/// they do elsewhere is not hers.
@Component
class TenantAccounts {

  static final int PAGE = 50;

  private final DSLContext sql;
  private final People people;
  private final Accounts register;
  private final Failures failures;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  TenantAccounts(
      DSLContext sql,
      People people,
      Accounts register,
      Failures failures,
      ApplicationEventPublisher events,
      Clock clock) {
    this.sql = sql;
    this.people = people;
    this.register = register;
    this.failures = failures;
    this.events = events;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  List<TenantAccount> list(Viewer viewer, String words, @Nullable Cursor after, int limit) {
    var passkeys =
        DSL.exists(DSL.selectOne().from(PASSKEY).where(PASSKEY.ACCOUNT_ID.eq(ACCOUNT.ID)));
    var rows =
        sql.select(
                ACCOUNT.ID,
                ACCOUNT.LOGIN,
                ACCOUNT.NAME,
                MEMBERSHIP.PERSON_ID,
                ACCOUNT.TOTP_SINCE.isNotNull(),
                DSL.field(passkeys),
                DSL.field(failures.isLocked(ACCOUNT.LOGIN)),
                MEMBERSHIP.DISABLED_AT.isNotNull(),
                ACCOUNT.LAST_SIGN_IN_AT)
            .from(MEMBERSHIP)
            .join(ACCOUNT)
            .on(ACCOUNT.ID.eq(MEMBERSHIP.ACCOUNT_ID))
            .where(MEMBERSHIP.TENANT_ID.eq(viewer.tenant().value()))
            .and(matching(words))
            .and(further(after))
            .orderBy(ACCOUNT.LOGIN, ACCOUNT.ID)
            .limit(limit)
            .fetch();
    Map<UUID, String> names = people.namesOf(rows.intoSet(MEMBERSHIP.PERSON_ID));
    Words language = Words.in(viewer.settings().language());
    return rows.map(row ->
        new TenantAccount(
            row.value1(),
            row.value2(),
            ShownName.of(names.get(row.value4()), row.value3(), language),
            row.value5(),
            row.value6(),
            row.value7(),
            row.value8(),
            row.value9()));
  }

  private Condition matching(String words) {
    if (words.isBlank()) {
      return DSL.noCondition();
    }
    List<UUID> found = people.search(words).stream().map(People.Invitee::person).toList();
    return ACCOUNT.LOGIN.containsIgnoreCase(words).or(MEMBERSHIP.PERSON_ID.in(found));
  }

  private static Condition further(@Nullable Cursor after) {
    if (after == null) {
      return DSL.noCondition();
    }
    try {
      UUID last = UUID.fromString(after.at(1));
      return DSL.row(ACCOUNT.LOGIN, ACCOUNT.ID).gt(after.at(0), last);
    } catch (IllegalArgumentException e) {
      throw new Refused("web.cursor.malformed").at("after");
    }
  }

  /// Closes the way in: at the next request, whatever sessions are open; and the tokens that the
  /// account issued die.
  @Transactional
  void close(Viewer viewer, UUID account) {
    if (account.equals(viewer.seat().account())) {
      throw new Refused("identity.accounts.not-own");
    }
    mark(viewer, account, clock.instant());
    sql.update(API_TOKEN)
        .set(API_TOKEN.REVOKED_AT, clock.instant())
        .where(API_TOKEN.TENANT_ID.eq(viewer.tenant().value()))
        .and(API_TOKEN.CREATED_BY_ACCOUNT.eq(account))
        .and(API_TOKEN.REVOKED_AT.isNull())
        .execute();
    tell(viewer.tenant(), "identity.account-closed", account);
  }

  @Transactional
  void open(Viewer viewer, UUID account) {
    register.demandOnlyWayIn(account, viewer.tenant(), personOf(viewer, account));
    mark(viewer, account, null);
    tell(viewer.tenant(), "identity.account-opened", account);
  }

  /// Forgets the wrong passwords that lock an account for a while.
  @Transactional
  void unlock(Viewer viewer, UUID account) {
    failures.unlock(loginOf(viewer, account));
    tell(viewer.tenant(), "identity.account-unlocked", account);
  }

  private void mark(Viewer viewer, UUID account, @Nullable Instant at) {
    int marked =
        sql.update(MEMBERSHIP)
            .set(MEMBERSHIP.DISABLED_AT, at)
            .where(MEMBERSHIP.TENANT_ID.eq(viewer.tenant().value()))
            .and(MEMBERSHIP.ACCOUNT_ID.eq(account))
            .execute();
    if (marked == 0) {
      throw new Unknown("account", account);
    }
  }

  private UUID personOf(Viewer viewer, UUID account) {
    return sql.select(MEMBERSHIP.PERSON_ID)
        .from(MEMBERSHIP)
        .where(MEMBERSHIP.TENANT_ID.eq(viewer.tenant().value()))
        .and(MEMBERSHIP.ACCOUNT_ID.eq(account))
        .fetchOptional(MEMBERSHIP.PERSON_ID)
        .orElseThrow(() -> new Unknown("account", account));
  }

  private String loginOf(Viewer viewer, UUID account) {
    return sql.select(ACCOUNT.LOGIN)
        .from(ACCOUNT)
        .join(MEMBERSHIP)
        .on(MEMBERSHIP.ACCOUNT_ID.eq(ACCOUNT.ID))
        .where(ACCOUNT.ID.eq(account))
        .and(MEMBERSHIP.TENANT_ID.eq(viewer.tenant().value()))
        .fetchOptional(ACCOUNT.LOGIN)
        .orElseThrow(() -> new Unknown("account", account));
  }

  private void tell(TenantId tenant, String action, UUID account) {
    var row =
        sql.select(ACCOUNT.NAME, ACCOUNT.LANGUAGE, MEMBERSHIP.PERSON_ID)
            .from(ACCOUNT)
            .join(MEMBERSHIP)
            .on(MEMBERSHIP.ACCOUNT_ID.eq(ACCOUNT.ID))
            .where(ACCOUNT.ID.eq(account))
            .and(MEMBERSHIP.TENANT_ID.eq(tenant.value()))
            .fetchSingle();
    String known = people.namesOf(Set.of(row.value3())).get(row.value3());
    String name = ShownName.of(known, row.value1(), Words.in(row.value2()));
    events.publishEvent(new IdentityChanged(tenant, action, "account", account, name, Map.of()));
  }
}

package se.tillit.identity.tenant;

import static se.tillit.schema.identity.Tables.ACCOUNT;
import static se.tillit.schema.identity.Tables.API_TOKEN;
import static se.tillit.schema.identity.Tables.MEMBERSHIP;
import static se.tillit.schema.identity.Tables.PASSKEY;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.identity.IdentityChanged;
import se.tillit.identity.Viewer;
import se.tillit.identity.account.Failures;
import se.tillit.kernel.Refused;
import se.tillit.kernel.TenantId;
import se.tillit.kernel.Unknown;
import se.tillit.web.Cursor;

/// The accounts that may enter a tenant. Its administrator opens and closes their way in here; what
/// they do elsewhere is not hers.
@Component
class TenantAccounts {

  static final int PAGE = 50;

  private final DSLContext sql;
  private final Failures failures;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  TenantAccounts(DSLContext sql, Failures failures, ApplicationEventPublisher events, Clock clock) {
    this.sql = sql;
    this.failures = failures;
    this.events = events;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  List<TenantAccount> list(Viewer viewer, String words, @Nullable Cursor after, int limit) {
    var passkeys =
        DSL.exists(DSL.selectOne().from(PASSKEY).where(PASSKEY.ACCOUNT_ID.eq(ACCOUNT.ID)));
    Condition wanted =
        words.isBlank()
            ? DSL.noCondition()
            : ACCOUNT.NAME.containsIgnoreCase(words).or(ACCOUNT.LOGIN.containsIgnoreCase(words));
    return sql.select(
            ACCOUNT.ID,
            ACCOUNT.LOGIN,
            ACCOUNT.NAME,
            ACCOUNT.TOTP_SINCE.isNotNull(),
            DSL.field(passkeys),
            DSL.field(failures.isLocked(ACCOUNT.LOGIN)),
            MEMBERSHIP.DISABLED_AT.isNotNull(),
            ACCOUNT.LAST_SIGN_IN_AT)
        .from(MEMBERSHIP)
        .join(ACCOUNT)
        .on(ACCOUNT.ID.eq(MEMBERSHIP.ACCOUNT_ID))
        .where(MEMBERSHIP.TENANT_ID.eq(viewer.tenant().value()))
        .and(wanted)
        .and(further(after))
        .orderBy(ACCOUNT.NAME, ACCOUNT.ID)
        .limit(limit)
        .fetch(row ->
            new TenantAccount(
                row.value1(),
                row.value2(),
                row.value3(),
                row.value4(),
                row.value5(),
                row.value6(),
                row.value7(),
                row.value8()));
  }

  private static Condition further(@Nullable Cursor after) {
    if (after == null) {
      return DSL.noCondition();
    }
    try {
      UUID last = UUID.fromString(after.at(1));
      return DSL.row(ACCOUNT.NAME, ACCOUNT.ID).gt(after.at(0), last);
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
    String name =
        sql.select(ACCOUNT.NAME).from(ACCOUNT).where(ACCOUNT.ID.eq(account)).fetchSingle().value1();
    events.publishEvent(new IdentityChanged(tenant, action, "account", account, name, Map.of()));
  }
}

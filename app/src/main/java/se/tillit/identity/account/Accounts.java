package se.tillit.identity.account;

import static se.tillit.schema.identity.Tables.ACCOUNT;
import static se.tillit.schema.identity.Tables.MEMBERSHIP;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.identity.Viewer.Settings;
import se.tillit.kernel.Ids;
import se.tillit.kernel.Refused;
import se.tillit.kernel.TenantId;
import se.tillit.kernel.Unknown;
import se.tillit.schema.identity.tables.records.AccountRecord;

/// The register of accounts: who may try to sign in, with which password.
@Component
public class Accounts {

  private final DSLContext sql;
  private final PasswordEncoder passwords;
  private final AccountTrail trail;
  private final Clock clock;
  private final String nobodysHash;

  Accounts(DSLContext sql, PasswordEncoder passwords, AccountTrail trail, Clock clock) {
    this.sql = sql;
    this.passwords = passwords;
    this.trail = trail;
    this.clock = clock;
    this.nobodysHash = String.valueOf(passwords.encode("nobody"));
  }

  /// An account as its owner sees it.
  public record Account(
      UUID id,
      String login,
      String name,
      String email,
      boolean withPassword,
      boolean administersInstallation,
      Settings settings) {}

  public Optional<Account> byId(UUID id) {
    return sql.selectFrom(ACCOUNT)
        .where(ACCOUNT.ID.eq(id))
        .and(ACCOUNT.DISABLED_AT.isNull())
        .fetchOptional(Accounts::account);
  }

  public Optional<Account> byLogin(String login) {
    return sql.selectFrom(ACCOUNT)
        .where(ACCOUNT.LOGIN.eq(plain(login)))
        .and(ACCOUNT.DISABLED_AT.isNull())
        .fetchOptional(Accounts::account);
  }

  public boolean isEmpty() {
    return !sql.fetchExists(ACCOUNT);
  }

  /// The account whose password this is. An unknown account takes as long as a known one.
  public Optional<Account> withPassword(String login, String password) {
    AccountRecord found =
        sql.selectFrom(ACCOUNT)
            .where(ACCOUNT.LOGIN.eq(plain(login)))
            .and(ACCOUNT.DISABLED_AT.isNull())
            .fetchOne();
    String hash = found == null ? null : found.getPasswordHash();
    boolean right = passwords.matches(password, hash == null ? nobodysHash : hash);
    return right && found != null && hash != null ? Optional.of(account(found)) : Optional.empty();
  }

  /// Who is to have a new account.
  public record Newcomer(
      String login, String name, String email, boolean administersInstallation) {}

  @Transactional
  public Account create(Newcomer newcomer, String password) {
    String login = plain(newcomer.login());
    if (!login.matches("[^\\s]{3,100}")) {
      throw new Refused("identity.account.login-malformed").at("login");
    }
    if (newcomer.name().isBlank()) {
      throw new Refused("identity.account.name-missing").at("name");
    }
    if (sql.fetchExists(ACCOUNT, ACCOUNT.LOGIN.eq(login))) {
      throw new Refused("identity.account.login-taken", login).at("login");
    }
    PasswordRules.check(password, login, "password");
    UUID id = Ids.next();
    sql.insertInto(ACCOUNT)
        .set(ACCOUNT.ID, id)
        .set(ACCOUNT.LOGIN, login)
        .set(ACCOUNT.NAME, newcomer.name().strip())
        .set(ACCOUNT.EMAIL, newcomer.email().isBlank() ? null : newcomer.email().strip())
        .set(ACCOUNT.PASSWORD_HASH, passwords.encode(password))
        .set(ACCOUNT.INSTALLATION_ADMINISTRATOR, newcomer.administersInstallation())
        .set(ACCOUNT.CREATED_AT, clock.instant())
        .execute();
    return byId(id).orElseThrow();
  }

  /// Whether somebody else's account than this one is open to be the person.
  public boolean isTaken(@Nullable UUID account, TenantId tenant, UUID person) {
    return sql.fetchExists(
        MEMBERSHIP,
        MEMBERSHIP.TENANT_ID.eq(tenant.value()),
        MEMBERSHIP.PERSON_ID.eq(person),
        MEMBERSHIP.DISABLED_AT.isNull(),
        account == null ? DSL.noCondition() : MEMBERSHIP.ACCOUNT_ID.ne(account));
  }

  /// A person's rights have one key: a second account is refused while the first is open.
  public void demandOnlyWayIn(@Nullable UUID account, TenantId tenant, UUID person) {
    if (isTaken(account, tenant, person)) {
      throw new Refused("identity.account.person-taken");
    }
  }

  /// Lets the account into the tenant as the person; once there is enough.
  public void join(UUID account, TenantId tenant, UUID person) {
    demandOnlyWayIn(account, tenant, person);
    sql.insertInto(MEMBERSHIP)
        .set(MEMBERSHIP.ACCOUNT_ID, account)
        .set(MEMBERSHIP.TENANT_ID, tenant.value())
        .set(MEMBERSHIP.PERSON_ID, person)
        .set(MEMBERSHIP.CREATED_AT, clock.instant())
        .onConflict(MEMBERSHIP.ACCOUNT_ID, MEMBERSHIP.TENANT_ID)
        .doUpdate()
        .set(MEMBERSHIP.PERSON_ID, person)
        .setNull(MEMBERSHIP.DISABLED_AT)
        .execute();
  }

  /// Changes one's own password, which takes the old one.
  @Transactional
  public void changePassword(UUID id, String old, String wanted) {
    Account account = byId(id).orElseThrow(() -> new Unknown("account", id));
    if (account.withPassword() && withPassword(account.login(), old).isEmpty()) {
      throw new Refused("identity.password.old-wrong").at("old");
    }
    setPassword(account, wanted);
    trail.record(id, "identity.password-changed");
  }

  /// Gives a new password to somebody who proved herself by a one-time link.
  @Transactional
  public void resetPassword(UUID id, String wanted) {
    setPassword(byId(id).orElseThrow(() -> new Unknown("account", id)), wanted);
    trail.record(id, "identity.password-reset");
  }

  public void keepSettings(UUID id, Settings settings) {
    sql.update(ACCOUNT)
        .set(ACCOUNT.LANGUAGE, settings.language())
        .set(ACCOUNT.COLOUR_SCHEME, settings.colourScheme())
        .set(ACCOUNT.DENSITY, settings.density())
        .where(ACCOUNT.ID.eq(id))
        .execute();
  }

  /// Notes the sign-in and tells the trails. No transaction is held around both: when a whole town
  /// signs in on Monday morning, none shall hold one connection while it waits for another.
  public void signedIn(UUID id, String means) {
    sql.update(ACCOUNT)
        .set(ACCOUNT.LAST_SIGN_IN_AT, clock.instant())
        .where(ACCOUNT.ID.eq(id))
        .execute();
    trail.record(id, "identity.signed-in", Map.of("means", means));
  }

  private void setPassword(Account account, String wanted) {
    PasswordRules.check(wanted, account.login(), "password");
    sql.update(ACCOUNT)
        .set(ACCOUNT.PASSWORD_HASH, passwords.encode(wanted))
        .where(ACCOUNT.ID.eq(account.id()))
        .execute();
  }

  private static String plain(String login) {
    return login.strip().toLowerCase(Locale.ROOT);
  }

  private static Account account(AccountRecord row) {
    return new Account(
        row.getId(),
        row.getLogin(),
        row.getName(),
        orEmpty(row.getEmail()),
        row.getPasswordHash() != null,
        row.getInstallationAdministrator(),
        new Settings(row.getLanguage(), row.getColourScheme(), row.getDensity()));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}

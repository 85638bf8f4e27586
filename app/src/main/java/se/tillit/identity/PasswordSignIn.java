package se.tillit.identity;

import static se.tillit.schema.identity.Tables.ACCOUNT;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// Sign-in with a password: five wrong in a row lock the account for fifteen minutes, and every
/// failure looks the same from outside.
@Component
class PasswordSignIn implements AuthenticationProvider {

  private static final int ATTEMPTS = 5;
  private static final Duration LOCK = Duration.ofMinutes(15);

  private final DSLContext sql;
  private final PasswordEncoder passwords;
  private final Clock clock;
  private final String nobodysHash;

  PasswordSignIn(DSLContext sql, PasswordEncoder passwords, Clock clock) {
    this.sql = sql;
    this.passwords = passwords;
    this.clock = clock;
    this.nobodysHash = String.valueOf(passwords.encode("nobody"));
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    String login = attempt.getName().strip().toLowerCase(Locale.ROOT);
    Object secret = attempt.getCredentials();
    String password = secret == null ? "" : secret.toString();
    var account =
        sql.selectFrom(ACCOUNT)
            .where(ACCOUNT.LOGIN.eq(login))
            .and(ACCOUNT.DISABLED_AT.isNull())
            .fetchOne();
    String hash = account == null ? null : account.getPasswordHash();
    boolean right = matches(password, hash);
    Instant now = clock.instant();
    if (account == null || isAfter(account.getLockedUntil(), now)) {
      throw new BadCredentialsException("refused");
    }
    if (!right) {
      boolean lock = account.getFailedAttempts() + 1 >= ATTEMPTS;
      sql.update(ACCOUNT)
          .set(ACCOUNT.FAILED_ATTEMPTS, lock ? 0 : account.getFailedAttempts() + 1)
          .set(ACCOUNT.LOCKED_UNTIL, lock ? now.plus(LOCK) : null)
          .where(ACCOUNT.ID.eq(account.getId()))
          .execute();
      throw new BadCredentialsException("refused");
    }
    if (account.getFailedAttempts() > 0) {
      sql.update(ACCOUNT)
          .set(ACCOUNT.FAILED_ATTEMPTS, 0)
          .where(ACCOUNT.ID.eq(account.getId()))
          .execute();
    }
    return UsernamePasswordAuthenticationToken.authenticated(
        new AccountPrincipal(account.getId()), null, List.of());
  }

  /// Hashes for an unknown account too, so that the time taken tells nothing.
  private boolean matches(String password, @Nullable String hash) {
    boolean right = passwords.matches(password, hash == null ? nobodysHash : hash);
    return right && hash != null;
  }

  private static boolean isAfter(@Nullable Instant until, Instant now) {
    return until != null && until.isAfter(now);
  }
}

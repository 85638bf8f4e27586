package se.tillit.identity.account;

import static se.tillit.schema.identity.Tables.FAILURE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.identity.Attempts;

/// Counts failed attempts in the database, so that the limit holds over nodes and restarts: five
/// for one account and forty from one address in a quarter of an hour; then nobody gets in that way
/// until it has passed.
@Component
public class Failures implements Attempts {

  static final int OF_ACCOUNT = 5;
  static final int OF_ADDRESS = 40;
  static final Duration WINDOW = Duration.ofMinutes(15);

  private final DSLContext sql;
  private final Clock clock;

  Failures(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /// Counts one failure of its own accord: it stays counted when the attempt's transaction is
  /// undone.
  @Override
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void count(String login, String address) {
    add(accountKey(login), true);
    add(addressKey(address), false);
  }

  @Override
  public boolean tooMany(String login, String address) {
    return reached(accountKey(login), OF_ACCOUNT) || reached(addressKey(address), OF_ADDRESS);
  }

  /// Whether the account is shut for a while.
  public boolean isLocked(String login) {
    return reached(accountKey(login), OF_ACCOUNT);
  }

  public void forget(String login) {
    sql.deleteFrom(FAILURE).where(FAILURE.KEY.eq(accountKey(login))).execute();
  }

  /// An account's lock runs from the last failure; an address, which many may share, from the
  /// first.
  private void add(String key, boolean sliding) {
    Instant now = clock.instant();
    var over = FAILURE.SINCE.le(now.minus(WINDOW));
    sql.insertInto(FAILURE)
        .set(FAILURE.KEY, key)
        .set(FAILURE.FAILED, 1)
        .set(FAILURE.SINCE, now)
        .onConflict(FAILURE.KEY)
        .doUpdate()
        .set(FAILURE.FAILED, DSL.when(over, 1).otherwise(FAILURE.FAILED.plus(1)))
        .set(
            FAILURE.SINCE,
            DSL.when(sliding ? DSL.trueCondition() : over, now).otherwise(FAILURE.SINCE))
        .execute();
  }

  private boolean reached(String key, int limit) {
    return sql.fetchExists(
        FAILURE,
        FAILURE
            .KEY
            .eq(key)
            .and(FAILURE.FAILED.ge(limit))
            .and(FAILURE.SINCE.gt(clock.instant().minus(WINDOW))));
  }

  private static String accountKey(String login) {
    return "account " + login.substring(0, Math.min(200, login.length()));
  }

  private static String addressKey(String address) {
    return "address " + address;
  }
}

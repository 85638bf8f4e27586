package se.tillit.identity.account;

import static se.tillit.schema.identity.Tables.FAILURE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.identity.Attempts;

/// Counts attempts in the database, so that the limit holds over nodes and restarts: in a quarter
/// of an hour five at one account from one address and a hundred from everywhere. An address, which
/// a whole town hall may share, is never shut: past four hundred its attempts only wait.
@Component
public class Failures implements Attempts {

  static final int OF_ONE = 5;
  static final int OF_ACCOUNT = 100;
  static final int OF_ADDRESS = 400;
  static final Duration WINDOW = Duration.ofMinutes(15);

  private static final int LONGEST = 200;

  private final DSLContext sql;
  private final Clock clock;

  Failures(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /// What is said of an attempt before it is judged.
  public enum Verdict {
    MAY_TRY,
    MAY_TRY_SLOWLY,
    TOO_MANY
  }

  /// Counts an attempt to sign in before it is judged, so that of many at once no more are judged
  /// than the limit. One that turns out right is taken back.
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public Verdict begin(String login, String address) {
    forgetOld();
    String plain = plain(login);
    boolean may =
        add(pairKey(plain, address), plain, OF_ONE, true) > 0
            && add(accountKey(plain), plain, OF_ACCOUNT, false) > 0;
    if (!may) {
      return Verdict.TOO_MANY;
    }
    int fromHere = add(addressKey(address), null, Integer.MAX_VALUE, false);
    return fromHere > OF_ADDRESS ? Verdict.MAY_TRY_SLOWLY : Verdict.MAY_TRY;
  }

  /// Counts an attempt at something that is tried from one place: a code within a session, a letter
  /// to one account.
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public boolean mayTry(String what) {
    forgetOld();
    return add(plain(what), null, OF_ONE, true) > 0;
  }

  /// The attempt was right, though more is asked for.
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void takeBack(String login, String address) {
    String plain = plain(login);
    // One by one and in the order in which they are counted, so that two never wait for each other.
    for (String key : List.of(pairKey(plain, address), accountKey(plain), addressKey(address))) {
      sql.update(FAILURE)
          .set(FAILURE.FAILED, FAILURE.FAILED.minus(1))
          .where(FAILURE.KEY.eq(key))
          .and(FAILURE.FAILED.gt(0))
          .execute();
    }
  }

  /// Somebody is in: what she failed from here before counts no more.
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void succeed(String login, String address) {
    takeBack(login, address);
    delete(pairKey(plain(login), address));
  }

  /// What was tried came right.
  public void forget(String what) {
    delete(plain(what));
  }

  /// Opens an account that is shut, from wherever it was tried.
  public void unlock(String login) {
    sql.deleteFrom(FAILURE).where(FAILURE.LOGIN.eq(plain(login))).execute();
  }

  /// That the account is shut for a while, somewhere or everywhere.
  public Condition isLocked(Field<String> login) {
    return DSL.exists(
        DSL.selectOne()
            .from(FAILURE)
            .where(FAILURE.LOGIN.eq(login))
            .and(FAILURE.SINCE.gt(clock.instant().minus(WINDOW)))
            .and(
                FAILURE
                    .FAILED
                    .ge(OF_ACCOUNT)
                    .or(FAILURE.KEY.startsWith("pair ").and(FAILURE.FAILED.ge(OF_ONE)))));
  }

  @Override
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void count(String what, String address) {
    forgetOld();
    add(pairKey(plain(what), address), null, OF_ONE, true);
    add(addressKey(address), null, OF_ADDRESS, false);
  }

  @Override
  public boolean tooMany(String what, String address) {
    return reached(pairKey(plain(what), address), OF_ONE)
        || reached(addressKey(address), OF_ADDRESS);
  }

  /// How often by now; none when the limit was reached before. A sliding lock runs from the last
  /// attempt that was judged, not from those that come while it holds; what many share runs from
  /// the first.
  private int add(String key, @Nullable String login, int limit, boolean sliding) {
    Instant now = clock.instant();
    var over = FAILURE.SINCE.le(now.minus(WINDOW));
    var begins = sliding ? DSL.trueCondition() : over;
    Integer counted =
        sql.insertInto(FAILURE)
            .set(FAILURE.KEY, key)
            .set(FAILURE.LOGIN, login)
            .set(FAILURE.FAILED, 1)
            .set(FAILURE.SINCE, now)
            .onConflict(FAILURE.KEY)
            .doUpdate()
            .set(FAILURE.FAILED, DSL.when(over, 1).otherwise(FAILURE.FAILED.plus(1)))
            .set(FAILURE.SINCE, DSL.when(begins, now).otherwise(FAILURE.SINCE))
            .where(over.or(FAILURE.FAILED.lt(limit)))
            .returningResult(FAILURE.FAILED)
            .fetchOne(FAILURE.FAILED);
    return counted == null ? 0 : counted;
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

  private void delete(String key) {
    sql.deleteFrom(FAILURE).where(FAILURE.KEY.eq(key)).execute();
  }

  private void forgetOld() {
    sql.deleteFrom(FAILURE).where(FAILURE.SINCE.le(clock.instant().minus(WINDOW))).execute();
  }

  private static String plain(String typed) {
    String plain = typed.strip().toLowerCase(Locale.ROOT);
    return plain.substring(0, Math.min(LONGEST, plain.length()));
  }

  private static String pairKey(String login, String address) {
    return "pair " + login + " " + address;
  }

  private static String accountKey(String login) {
    return "account " + login;
  }

  private static String addressKey(String address) {
    return "address " + address;
  }
}

package se.tillit.identity.account;

import static se.tillit.schema.identity.Tables.ACCOUNT;
import static se.tillit.schema.identity.Tables.RECOVERY_CODE;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Unknown;

/// The second factor: six digits from an app, or one of ten recovery codes that each work once.
@Component
public class SecondFactor {

  private static final int SECRET_BYTES = 20;
  private static final int CODES = 10;

  private final DSLContext sql;
  private final Clock clock;
  private final AccountTrail trail;
  private final SealedSecrets seals;

  SecondFactor(DSLContext sql, Clock clock, AccountTrail trail, SealedSecrets seals) {
    this.sql = sql;
    this.clock = clock;
    this.trail = trail;
    this.seals = seals;
  }

  /// A secret that waits for its first right code: to type, and as a picture for the app.
  public record Offer(String secret, String picture) {}

  public boolean isOn(UUID account) {
    return sql.fetchExists(ACCOUNT, ACCOUNT.ID.eq(account).and(ACCOUNT.TOTP_SINCE.isNotNull()));
  }

  public int codesLeft(UUID account) {
    return sql.fetchCount(
        RECOVERY_CODE, RECOVERY_CODE.ACCOUNT_ID.eq(account).and(RECOVERY_CODE.USED_AT.isNull()));
  }

  /// Offers a secret; the same one until it is confirmed, so that a page read twice shows one
  /// picture.
  @Transactional
  public Offer offer(UUID account) {
    var row =
        sql.select(ACCOUNT.LOGIN, ACCOUNT.TOTP_SEALED, ACCOUNT.TOTP_KEY, ACCOUNT.TOTP_SINCE)
            .from(ACCOUNT)
            .where(ACCOUNT.ID.eq(account))
            .forUpdate()
            .fetchOptional()
            .orElseThrow(() -> new Unknown("account", account));
    if (row.value4() != null) {
      throw new Refused("identity.factor.on-already");
    }
    byte[] secret =
        seals
            .open(account, row.value2(), row.value3())
            .orElseGet(() -> store(account, Secrets.bytes(SECRET_BYTES)));
    String word = Base32.encode(secret);
    String label = URLEncoder.encode("Tillit:" + row.value1(), StandardCharsets.UTF_8);
    String address =
        "otpauth://totp/" + label.replace("+", "%20") + "?secret=" + word + "&issuer=Tillit";
    return new Offer(word.replaceAll("(.{4})(?=.)", "$1 "), QrPicture.of(address));
  }

  /// Switches the second factor on, once a first code is right, and tells the recovery codes this
  /// once.
  @Transactional
  public List<String> confirm(UUID account, String code) {
    if (isOn(account) || !takeCode(account, code)) {
      throw new Refused("identity.factor.code-wrong").at("code");
    }
    sql.update(ACCOUNT)
        .set(ACCOUNT.TOTP_SINCE, clock.instant())
        .where(ACCOUNT.ID.eq(account))
        .execute();
    trail.record(account, "identity.second-factor-added");
    return renewCodes(account);
  }

  /// Whether the code is the app's of this moment, or a recovery code not yet used.
  @Transactional
  public boolean accepts(UUID account, String code) {
    return takeCode(account, code) || takeRecoveryCode(account, code);
  }

  @Transactional
  public void remove(UUID account) {
    sql.update(ACCOUNT)
        .setNull(ACCOUNT.TOTP_SEALED)
        .setNull(ACCOUNT.TOTP_KEY)
        .setNull(ACCOUNT.TOTP_SINCE)
        .set(ACCOUNT.TOTP_STEP, 0L)
        .where(ACCOUNT.ID.eq(account))
        .execute();
    sql.deleteFrom(RECOVERY_CODE).where(RECOVERY_CODE.ACCOUNT_ID.eq(account)).execute();
    trail.record(account, "identity.second-factor-removed");
  }

  @Transactional
  public List<String> renewCodes(UUID account) {
    sql.deleteFrom(RECOVERY_CODE).where(RECOVERY_CODE.ACCOUNT_ID.eq(account)).execute();
    var codes = new ArrayList<String>();
    for (int i = 0; i < CODES; i++) {
      String code = Base32.encode(Secrets.bytes(10)).toLowerCase(Locale.ROOT);
      sql.insertInto(RECOVERY_CODE)
          .set(RECOVERY_CODE.ACCOUNT_ID, account)
          .set(RECOVERY_CODE.HASH, Secrets.hash(code))
          .execute();
      codes.add(code.replaceAll("(.{4})(?=.)", "$1-"));
    }
    return List.copyOf(codes);
  }

  private byte[] store(UUID account, byte[] secret) {
    var sealed = seals.seal(account, secret);
    sql.update(ACCOUNT)
        .set(ACCOUNT.TOTP_SEALED, sealed.bytes())
        .set(ACCOUNT.TOTP_KEY, sealed.key())
        .where(ACCOUNT.ID.eq(account))
        .execute();
    return secret;
  }

  private boolean takeCode(UUID account, String code) {
    var row =
        sql.select(ACCOUNT.TOTP_SEALED, ACCOUNT.TOTP_KEY, ACCOUNT.TOTP_STEP)
            .from(ACCOUNT)
            .where(ACCOUNT.ID.eq(account))
            .and(ACCOUNT.TOTP_SEALED.isNotNull())
            .forUpdate()
            .fetchOne();
    if (row == null) {
      return false;
    }
    var secret = seals.open(account, row.value1(), row.value2());
    if (secret.isEmpty()) {
      return false;
    }
    var step = Totp.stepOf(secret.get(), code, clock.instant(), row.value3());
    step.ifPresent(used ->
        sql.update(ACCOUNT).set(ACCOUNT.TOTP_STEP, used).where(ACCOUNT.ID.eq(account)).execute());
    return step.isPresent();
  }

  private boolean takeRecoveryCode(UUID account, String code) {
    String plain = code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    boolean taken =
        sql.update(RECOVERY_CODE)
                .set(RECOVERY_CODE.USED_AT, clock.instant())
                .where(RECOVERY_CODE.ACCOUNT_ID.eq(account))
                .and(RECOVERY_CODE.HASH.eq(Secrets.hash(plain)))
                .and(RECOVERY_CODE.USED_AT.isNull())
                .execute()
            == 1;
    if (taken) {
      trail.record(account, "identity.recovery-code-used");
    }
    return taken;
  }
}

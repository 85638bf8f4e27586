package se.tillit.identity;

import static se.tillit.schema.identity.Tables.API_TOKEN;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Ids;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Sweden;
import se.tillit.kernel.TenantId;

/// Random tokens for machines: shown once, kept as SHA-256, with a role, a reach and a last day.
@Component
public class ApiTokens {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String PREFIX = "tillit_";
  private static final Duration LONGEST = Duration.ofDays(366);
  private static final Duration SELDOM = Duration.ofHours(1);
  private static final int LONGEST_NAME = 100;

  private final DSLContext sql;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  ApiTokens(DSLContext sql, Clock clock, ApplicationEventPublisher events) {
    this.sql = sql;
    this.clock = clock;
    this.events = events;
  }

  /// What a new token is for; `unit` limits it to a unit and those below.
  public record Wanted(String name, Powers powers, @Nullable UUID unit, Duration life) {

    public Wanted(String name, Role role, @Nullable UUID unit, Duration life) {
      this(name, new Powers(role, null, role.key()), unit, life);
    }
  }

  /// What a token may do: what a shipped role may, or one of the tenant's own.
  ///
  /// @param name what the trail calls it
  public record Powers(@Nullable Role shipped, @Nullable UUID own, String name) {}

  /// Makes a token in the tenant that acts, and tells its secret this once.
  @Transactional
  public String issue(Wanted wanted) {
    return issue(wanted, null);
  }

  /// The same, for the account that asks; the token dies when the account loses its way into the
  /// tenant.
  @Transactional
  public String issue(Wanted wanted, @Nullable UUID account) {
    if (wanted.name().isBlank() || wanted.name().length() > LONGEST_NAME) {
      throw new Refused("identity.token.name-missing").at("name");
    }
    if (wanted.life().isNegative()
        || wanted.life().isZero()
        || wanted.life().compareTo(LONGEST) > 0) {
      throw new Refused("identity.token.life-wrong").at("days");
    }
    byte[] random = new byte[32];
    RANDOM.nextBytes(random);
    String secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    UUID id = Ids.next();
    Instant now = clock.instant();
    TenantId tenant = Acting.current().tenant();
    Role shipped = wanted.powers().shipped();
    sql.insertInto(API_TOKEN)
        .set(API_TOKEN.ID, id)
        .set(API_TOKEN.TENANT_ID, tenant.value())
        .set(API_TOKEN.HASH, hash(secret))
        .set(API_TOKEN.NAME, wanted.name().strip())
        .set(API_TOKEN.ROLE, shipped == null ? null : shipped.key())
        .set(API_TOKEN.OWN_ROLE_ID, wanted.powers().own())
        .set(API_TOKEN.UNIT_ID, wanted.unit())
        .set(API_TOKEN.CREATED_AT, now)
        .set(API_TOKEN.CREATED_BY, Acting.current().name())
        .set(API_TOKEN.CREATED_BY_ACCOUNT, account)
        .set(API_TOKEN.EXPIRES_AT, now.plus(wanted.life()))
        .execute();
    events.publishEvent(
        new IdentityChanged(
            tenant,
            "identity.token-issued",
            "api-token",
            id,
            wanted.name(),
            detail(wanted, now.plus(wanted.life()))));
    return secret;
  }

  private static Map<String, String> detail(Wanted wanted, Instant until) {
    var detail = new HashMap<String, String>();
    detail.put("role", wanted.powers().name());
    detail.put("to", LocalDate.ofInstant(until, Sweden.ZONE).toString());
    if (wanted.unit() != null) {
      detail.put("unit", wanted.unit().toString());
    }
    return detail;
  }

  /// The machine that the secret belongs to, if it still may come; the hour of its last visit is
  /// kept.
  Optional<TokenPrincipal> recognise(String secret) {
    Instant now = clock.instant();
    var row =
        sql.select(
                API_TOKEN.ID,
                API_TOKEN.TENANT_ID,
                API_TOKEN.NAME,
                API_TOKEN.ROLE,
                API_TOKEN.OWN_ROLE_ID,
                API_TOKEN.UNIT_ID,
                API_TOKEN.LAST_USED_AT)
            .from(API_TOKEN)
            .where(API_TOKEN.HASH.eq(hash(secret)))
            .and(API_TOKEN.EXPIRES_AT.gt(now))
            .and(API_TOKEN.REVOKED_AT.isNull())
            .fetchOne();
    if (row == null) {
      return Optional.empty();
    }
    Instant used = row.value7();
    if (used == null || used.isBefore(now.minus(SELDOM))) {
      sql.update(API_TOKEN)
          .set(API_TOKEN.LAST_USED_AT, now)
          .where(API_TOKEN.ID.eq(row.value1()))
          .execute();
    }
    var tenant = new TenantId(row.value2());
    return Optional.of(
        new TokenPrincipal(
            row.value1(), tenant, row.value3(), row.value4(), row.value5(), row.value6()));
  }

  private static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

package se.tillit.deadline;

import static se.tillit.schema.deadline.Tables.CALENDAR_FEED;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.identity.AccountPrincipal;
import se.tillit.identity.Seats;
import se.tillit.identity.Tenants;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Forbidden;
import se.tillit.kernel.TenantId;

/// Secret links to calendars: one a person and municipality, shown once, kept as a hash, and shut
/// by making a new one.
@Component
class CalendarFeeds {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SECRET_BYTES = 24;

  private final DSLContext sql;
  private final Seats seats;
  private final Tenants tenants;
  private final Trail trail;
  private final Clock clock;

  CalendarFeeds(DSLContext sql, Seats seats, Tenants tenants, Trail trail, Clock clock) {
    this.sql = sql;
    this.seats = seats;
    this.tenants = tenants;
    this.trail = trail;
    this.clock = clock;
  }

  /// Makes a new secret; an older one stops working at once.
  @Transactional
  public String make(Viewer viewer) {
    UUID account = accountOf(viewer);
    byte[] random = new byte[SECRET_BYTES];
    RANDOM.nextBytes(random);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    sql.insertInto(CALENDAR_FEED)
        .set(CALENDAR_FEED.HASH, hash(secret))
        .set(CALENDAR_FEED.TENANT_ID, viewer.tenant().value())
        .set(CALENDAR_FEED.ACCOUNT_ID, account)
        .set(CALENDAR_FEED.CREATED_AT, clock.instant())
        .onConflict(CALENDAR_FEED.TENANT_ID, CALENDAR_FEED.ACCOUNT_ID)
        .doUpdate()
        .set(CALENDAR_FEED.HASH, hash(secret))
        .set(CALENDAR_FEED.CREATED_AT, clock.instant())
        .execute();
    trail.record(
        "deadline.calendar-link-made", Subject.of("account", account, viewer.actor().name()));
    return secret;
  }

  @Transactional
  public void remove(Viewer viewer) {
    UUID account = accountOf(viewer);
    int removed =
        sql.deleteFrom(CALENDAR_FEED)
            .where(CALENDAR_FEED.TENANT_ID.eq(viewer.tenant().value()))
            .and(CALENDAR_FEED.ACCOUNT_ID.eq(account))
            .execute();
    if (removed > 0) {
      trail.record(
          "deadline.calendar-link-removed", Subject.of("account", account, viewer.actor().name()));
    }
  }

  public @Nullable Instant madeAt(Viewer viewer) {
    UUID account = viewer.seat().account();
    return account == null
        ? null
        : sql.select(CALENDAR_FEED.CREATED_AT)
            .from(CALENDAR_FEED)
            .where(CALENDAR_FEED.TENANT_ID.eq(viewer.tenant().value()))
            .and(CALENDAR_FEED.ACCOUNT_ID.eq(account))
            .fetchOne(CALENDAR_FEED.CREATED_AT);
  }

  /// Whom the secret lets see, with what she may see today; nobody when it is wrong, removed, or
  /// her account is shut.
  public Optional<Viewer> viewerOf(String secret) {
    return sql.select(CALENDAR_FEED.TENANT_ID, CALENDAR_FEED.ACCOUNT_ID)
        .from(CALENDAR_FEED)
        .where(CALENDAR_FEED.HASH.eq(hash(secret)))
        .fetchOptional()
        .flatMap(found -> seat(new TenantId(found.value1()), found.value2()));
  }

  private Optional<Viewer> seat(TenantId tenant, UUID account) {
    return tenants.all().stream()
        .filter(it -> it.id().equals(tenant))
        .findFirst()
        .flatMap(it -> seats.take(new AccountPrincipal(account), it.key()));
  }

  private static UUID accountOf(Viewer viewer) {
    UUID account = viewer.seat().account();
    if (account == null) {
      throw new Forbidden("deadline.calendar");
    }
    return account;
  }

  private static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

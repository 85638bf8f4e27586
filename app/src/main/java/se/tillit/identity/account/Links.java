package se.tillit.identity.account;

import static se.tillit.schema.identity.Tables.LINK;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.kernel.Refused;
import se.tillit.kernel.TenantId;
import se.tillit.schema.identity.tables.records.LinkRecord;

/// One-time links. Opening one changes nothing, since mail filters open them too; only its form
/// uses it up.
@Component
public class Links {

  private static final Duration FOUNDING = Duration.ofHours(24);
  private static final Duration INVITATION = Duration.ofDays(14);
  private static final Duration RESET = Duration.ofHours(1);

  private final DSLContext sql;
  private final Clock clock;
  private final String address;

  Links(DSLContext sql, Clock clock, @Value("${tillit.address}") String address) {
    this.sql = sql;
    this.clock = clock;
    this.address = address;
  }

  /// What a link is for: the installation's first administrator, somebody invited to a tenant, or a
  /// new password.
  public sealed interface Purpose {}

  public record Founding() implements Purpose {}

  public record Invitation(TenantId tenant, UUID person, String name, String email)
      implements Purpose {}

  public record Reset(UUID account) implements Purpose {}

  /// Makes a link for the purpose and tells its address this once.
  @Transactional
  public String issue(Purpose purpose) {
    String word = Secrets.word();
    Instant now = clock.instant();
    var row = sql.newRecord(LINK);
    row.setHash(Secrets.hash(word));
    row.setName("");
    row.setEmail("");
    row.setCreatedAt(now);
    switch (purpose) {
      case Founding _ -> fill(row, "founding", now.plus(FOUNDING));
      case Reset reset -> {
        fill(row, "reset", now.plus(RESET));
        row.setAccountId(reset.account());
      }
      case Invitation invitation -> {
        fill(row, "invitation", now.plus(INVITATION));
        row.setTenantId(invitation.tenant().value());
        row.setPersonId(invitation.person());
        row.setName(invitation.name());
        row.setEmail(invitation.email());
      }
    }
    row.insert();
    return address + "/sign-in/link/" + word;
  }

  /// What the link is for, when it is known, unused and not too old.
  public Purpose open(String word) {
    return living(word).orElseThrow(() -> new Refused("identity.link.gone"));
  }

  /// Uses the link up; of two who try at once, one gets in.
  @Transactional
  public Purpose use(String word) {
    Purpose purpose = open(word);
    int used =
        sql.update(LINK)
            .set(LINK.USED_AT, clock.instant())
            .where(LINK.HASH.eq(Secrets.hash(word)))
            .and(LINK.USED_AT.isNull())
            .execute();
    if (used != 1) {
      throw new Refused("identity.link.gone");
    }
    return purpose;
  }

  /// Withdraws what was sent to the person before, so that one invitation lives at a time.
  public void withdraw(TenantId tenant, UUID person) {
    sql.update(LINK)
        .set(LINK.USED_AT, clock.instant())
        .where(LINK.TENANT_ID.eq(tenant.value()))
        .and(LINK.PERSON_ID.eq(person))
        .and(LINK.USED_AT.isNull())
        .execute();
  }

  /// Withdraws the account's links to a new password.
  public void withdraw(UUID account) {
    sql.update(LINK)
        .set(LINK.USED_AT, clock.instant())
        .where(LINK.ACCOUNT_ID.eq(account))
        .and(LINK.USED_AT.isNull())
        .execute();
  }

  /// Withdraws the links that would make a first administrator.
  public void withdrawFounding() {
    sql.update(LINK)
        .set(LINK.USED_AT, clock.instant())
        .where(LINK.KIND.eq("founding"))
        .and(LINK.USED_AT.isNull())
        .execute();
  }

  private Optional<Purpose> living(String word) {
    return sql.selectFrom(LINK)
        .where(LINK.HASH.eq(Secrets.hash(word)))
        .and(LINK.USED_AT.isNull())
        .and(LINK.EXPIRES_AT.gt(clock.instant()))
        .fetchOptional(Links::purpose);
  }

  private static void fill(LinkRecord row, String kind, Instant expires) {
    row.setKind(kind);
    row.setExpiresAt(expires);
  }

  private static Purpose purpose(LinkRecord row) {
    return switch (row.getKind()) {
      case "founding" -> new Founding();
      case "reset" -> new Reset(present(row.getAccountId()));
      default ->
          new Invitation(
              new TenantId(present(row.getTenantId())),
              present(row.getPersonId()),
              row.getName(),
              row.getEmail());
    };
  }

  private static UUID present(@Nullable UUID id) {
    if (id == null) {
      throw new IllegalStateException("the table's checks promise it");
    }
    return id;
  }
}

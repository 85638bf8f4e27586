package se.tillit.identity.account;

import static se.tillit.schema.identity.Tables.ACCOUNT;

import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Seals, when a node starts, what stands in the clear or under a key that is being retired. Two
/// nodes that start at once share the rows between them.
@Component
class SecretSealing implements ApplicationRunner {

  private final DSLContext sql;
  private final SealedSecrets seals;

  SecretSealing(DSLContext sql, SealedSecrets seals) {
    this.sql = sql;
    this.seals = seals;
  }

  @Override
  @Transactional
  public void run(ApplicationArguments arguments) {
    var open =
        sql.select(ACCOUNT.ID, ACCOUNT.TOTP_SECRET, ACCOUNT.TOTP_SEALED, ACCOUNT.TOTP_KEY)
            .from(ACCOUNT)
            .where(ACCOUNT.TOTP_SECRET.isNotNull())
            .or(ACCOUNT.TOTP_KEY.ne(seals.currentKey()))
            .forUpdate()
            .skipLocked()
            .fetch();
    for (var row : open) {
      Optional.ofNullable(row.value2())
          .or(() -> seals.open(row.value1(), row.value3(), row.value4()))
          .ifPresent(secret -> seal(row.value1(), secret));
    }
  }

  private void seal(UUID account, byte[] secret) {
    var sealed = seals.seal(account, secret);
    sql.update(ACCOUNT)
        .set(ACCOUNT.TOTP_SEALED, sealed.bytes())
        .set(ACCOUNT.TOTP_KEY, sealed.key())
        .setNull(ACCOUNT.TOTP_SECRET)
        .where(ACCOUNT.ID.eq(account))
        .execute();
  }
}

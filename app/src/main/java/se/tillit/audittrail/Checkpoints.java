package se.tillit.audittrail;

import static se.tillit.schema.audittrail.Tables.CHECKPOINT;
import static se.tillit.schema.audittrail.Tables.HEAD;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import se.tillit.kernel.Acting;
import se.tillit.schema.audittrail.tables.records.CheckpointRecord;

/// The signed words on where the acting tenant's chain stood: one each night, and one at each
/// export.
@Component
class Checkpoints {

  private final DSLContext sql;
  private final SigningKey key;
  private final Clock clock;

  Checkpoints(DSLContext sql, SigningKey key, Clock clock) {
    this.sql = sql;
    this.key = key;
    this.clock = clock;
  }

  /// Signs where the chain stands now, be it empty.
  Seal sign() {
    UUID tenant = Acting.current().tenant().value();
    var head =
        sql.select(HEAD.NUMBER, HEAD.HASH).from(HEAD).where(HEAD.TENANT_ID.eq(tenant)).fetchOne();
    long number = head == null ? 0 : head.value1();
    byte[] hash = head == null ? Link.ORIGIN : head.value2();
    var seal = key.sign(tenant, number, hash, clock.instant().truncatedTo(ChronoUnit.MICROS));
    sql.insertInto(CHECKPOINT)
        .set(CHECKPOINT.TENANT_ID, tenant)
        .set(CHECKPOINT.NUMBER, seal.number())
        .set(CHECKPOINT.HASH, seal.hash())
        .set(CHECKPOINT.AT, seal.at())
        .set(CHECKPOINT.PUBLIC_KEY, seal.publicKey())
        .set(CHECKPOINT.SIGNATURE, seal.signature())
        .onConflictDoNothing()
        .execute();
    return seal;
  }

  List<Seal> all() {
    return sql.selectFrom(CHECKPOINT)
        .where(CHECKPOINT.TENANT_ID.eq(Acting.current().tenant().value()))
        .orderBy(CHECKPOINT.NUMBER)
        .fetch(Checkpoints::seal);
  }

  private static Seal seal(CheckpointRecord row) {
    return new Seal(
        row.getTenantId(),
        row.getNumber(),
        row.getHash(),
        row.getAt(),
        row.getPublicKey(),
        row.getSignature());
  }
}

package se.tillit.audittrail;

import static se.tillit.schema.audittrail.Tables.HEAD;
import static se.tillit.schema.audittrail.Tables.VERIFICATION;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Ids;

/// Walks the acting tenant's chain where it stands, hashes every entry again, and keeps what it
/// found.
@Component
class ChainVerification {

  private static final int BETWEEN_WORDS = 10_000;

  private final DSLContext sql;
  private final ChainStore chain;
  private final Checkpoints checkpoints;
  private final SigningKey key;
  private final Clock clock;

  ChainVerification(
      DSLContext sql, ChainStore chain, Checkpoints checkpoints, SigningKey key, Clock clock) {
    this.sql = sql;
    this.chain = chain;
    this.checkpoints = checkpoints;
    this.key = key;
    this.clock = clock;
  }

  /// What one walk found.
  record Verdict(Instant at, long entries, @Nullable Long brokenAt, @Nullable String problem) {

    boolean whole() {
      return problem == null;
    }
  }

  /// @param progress hears now and then how many entries are done
  @Transactional(isolation = Isolation.REPEATABLE_READ)
  public Verdict verify(LongConsumer progress) {
    var walk = new ChainWalk();
    var found = walk(walk, progress);
    var verdict =
        new Verdict(
            clock.instant(),
            walk.number(),
            found == null ? null : found.number(),
            found == null ? null : found.kind().key());
    sql.insertInto(VERIFICATION)
        .set(VERIFICATION.TENANT_ID, tenant())
        .set(VERIFICATION.ID, Ids.next())
        .set(VERIFICATION.AT, verdict.at())
        .set(VERIFICATION.ENTRIES, verdict.entries())
        .set(VERIFICATION.BROKEN_AT, verdict.brokenAt())
        .set(VERIFICATION.PROBLEM, verdict.problem())
        .execute();
    return verdict;
  }

  @Transactional(readOnly = true)
  public Optional<Verdict> latest() {
    return sql.selectFrom(VERIFICATION)
        .where(VERIFICATION.TENANT_ID.eq(tenant()))
        .orderBy(VERIFICATION.AT.desc())
        .limit(1)
        .fetchOptional(
            row -> new Verdict(row.getAt(), row.getEntries(), row.getBrokenAt(), row.getProblem()));
  }

  @Transactional(readOnly = true)
  public long length() {
    return sql.select(HEAD.NUMBER)
        .from(HEAD)
        .where(HEAD.TENANT_ID.eq(tenant()))
        .fetchOptional(HEAD.NUMBER)
        .orElse(0L);
  }

  private @Nullable Break walk(ChainWalk walk, LongConsumer progress) {
    Deque<Seal> seals = new ArrayDeque<>(checkpoints.all());
    try (var entries = chain.all()) {
      for (var row : entries) {
        var link = ChainStore.link(row);
        var found = walk.step(link.number(), link.previousHash(), row.getHash(), link.hash());
        while (found == null && !seals.isEmpty() && seals.getFirst().number() <= walk.number()) {
          found = compare(walk, seals.removeFirst());
        }
        if (found != null) {
          return found;
        }
        if (walk.number() % BETWEEN_WORDS == 0) {
          progress.accept(walk.number());
        }
      }
    }
    return seals.isEmpty() && length() == walk.number()
        ? null
        : new Break(Break.Kind.CUT, walk.number());
  }

  /// A valid signature says nothing when whoever holds the database may have made its key.
  private @Nullable Break compare(ChainWalk walk, Seal seal) {
    Break found = walk.compare(seal);
    return found == null && !key.isOurs(seal.publicKey())
        ? new Break(Break.Kind.STRANGER, seal.number())
        : found;
  }

  private static UUID tenant() {
    return Acting.current().tenant().value();
  }
}

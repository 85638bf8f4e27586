package se.tillit.audittrail;

import static se.tillit.schema.audittrail.Tables.ENTRY;
import static se.tillit.schema.audittrail.Tables.HEAD;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Actor;

/// Gathers a transaction's entries and chains them in its last instant, so that writers of one
/// tenant wait for each other only between the lock on the chain's head and the commit, and tenants
/// never wait at all.
@Component
class ChainedTrail implements Trail {

  private static final List<Field<?>> COLUMNS =
      List.of(
          ENTRY.TENANT_ID,
          ENTRY.NUMBER,
          ENTRY.AT,
          ENTRY.ACTOR_ID,
          ENTRY.ACTOR_NAME,
          ENTRY.ACTION,
          ENTRY.SUBJECT_KIND,
          ENTRY.SUBJECT_ID,
          ENTRY.SUBJECT_NAME,
          ENTRY.DETAIL,
          ENTRY.PREVIOUS_HASH,
          ENTRY.HASH);

  private final DSLContext sql;
  private final Clock clock;

  ChainedTrail(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public void record(String action, Subject subject, Detail detail) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException(
          "a trail entry needs the transaction of its change: " + action);
    }
    gathered().entries.add(new Link.Words(action, subject, detail.toJson()));
  }

  private Gathered gathered() {
    for (TransactionSynchronization one : TransactionSynchronizationManager.getSynchronizations()) {
      if (one instanceof Gathered known && known.owner == this) {
        return known;
      }
    }
    var fresh = new Gathered(this, Acting.current());
    TransactionSynchronizationManager.registerSynchronization(fresh);
    return fresh;
  }

  private void chain(Actor actor, List<Link.Words> entries) {
    UUID tenant = actor.tenant().value();
    var head = lockHead(tenant);
    Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    UUID person = actor.person() == null ? null : actor.person().value();
    long number = head == null ? 0 : head.value1();
    byte[] hash = head == null ? Link.ORIGIN : head.value2();
    var rows = sql.insertInto(ENTRY).columns(COLUMNS);
    for (Link.Words words : entries) {
      number++;
      var link = new Link(number, hash, at, person, actor.name(), words);
      byte[] next = link.hash();
      var subject = words.subject();
      rows =
          rows.values(
              tenant,
              number,
              at,
              person,
              actor.name(),
              words.action(),
              subject.kind(),
              subject.id(),
              subject.name(),
              words.detail(),
              hash,
              next);
      hash = next;
    }
    rows.execute();
    sql.update(HEAD)
        .set(HEAD.NUMBER, number)
        .set(HEAD.HASH, hash)
        .where(HEAD.TENANT_ID.eq(tenant))
        .execute();
  }

  private org.jooq.@Nullable Record2<Long, byte[]> lockHead(UUID tenant) {
    var lock =
        sql.select(HEAD.NUMBER, HEAD.HASH).from(HEAD).where(HEAD.TENANT_ID.eq(tenant)).forUpdate();
    var head = lock.fetchOne();
    if (head != null) {
      return head;
    }
    sql.insertInto(HEAD, HEAD.TENANT_ID, HEAD.NUMBER, HEAD.HASH)
        .values(tenant, 0L, Link.ORIGIN)
        .onConflictDoNothing()
        .execute();
    return lock.fetchOne();
  }

  /// The entries of one transaction, chained just before it commits.
  private static final class Gathered implements TransactionSynchronization {

    private final ChainedTrail owner;
    private final Actor actor;
    private final List<Link.Words> entries = new ArrayList<>();

    Gathered(ChainedTrail owner, Actor actor) {
      this.owner = owner;
      this.actor = actor;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      if (!entries.isEmpty()) {
        owner.chain(actor, List.copyOf(entries));
        entries.clear();
      }
    }
  }
}

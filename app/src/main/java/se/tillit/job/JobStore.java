package se.tillit.job;

import static org.jooq.impl.DSL.noCondition;
import static se.tillit.schema.job.Tables.JOB;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.kernel.PersonId;

/// Rows of work. Progress is stored in a transaction of its own, so that others see it at once.
@Component
class JobStore {

  private final DSLContext sql;
  private final Clock clock;

  JobStore(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  void insert(UUID id, JobTicket ticket) {
    sql.insertInto(JOB)
        .set(JOB.TENANT_ID, ticket.tenant())
        .set(JOB.ID, id)
        .set(JOB.KIND, ticket.kind())
        .set(JOB.TASK, ticket.task())
        .set(JOB.STATE, JobStatus.State.WAITING.name())
        .set(JOB.STARTED_BY, ticket.person())
        .set(JOB.STARTER, ticket.name())
        .set(JOB.STARTED_AT, now())
        .execute();
  }

  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void progress(UUID id, long done, long total) {
    sql.update(JOB)
        .set(JOB.STATE, JobStatus.State.RUNNING.name())
        .set(JOB.DONE, done)
        .set(JOB.TOTAL, total)
        .where(JOB.ID.eq(id))
        .execute();
  }

  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void end(UUID id, JobStatus.State state, @Nullable String failure) {
    sql.update(JOB)
        .set(JOB.STATE, state.name())
        .set(JOB.FAILURE, failure)
        .set(JOB.FINISHED_AT, now())
        .where(JOB.ID.eq(id))
        .execute();
  }

  @Transactional(readOnly = true)
  Optional<JobStatus> status(UUID id, @Nullable PersonId onlyOf) {
    return sql.selectFrom(JOB)
        .where(JOB.ID.eq(id))
        .and(onlyOf == null ? noCondition() : JOB.STARTED_BY.eq(onlyOf.value()))
        .fetchOptional(row ->
            new JobStatus(
                row.getId(),
                row.getKind(),
                JobStatus.State.valueOf(row.getState()),
                row.getDone(),
                row.getTotal(),
                row.getFailure(),
                row.getStartedAt()));
  }

  private Instant now() {
    return clock.instant();
  }
}

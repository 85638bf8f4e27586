package se.tillit.crash;

import static se.tillit.schema.audittrail.Tables.ENTRY;

import org.jooq.DSLContext;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.job.JobKind;
import se.tillit.kernel.Ids;

/// Work of ten steps, each a change of its own: slow enough to be killed in the middle, and known
/// to no node but those that a test starts for it.
@TestComponent
class SlowWork implements JobKind {

  static final String KIND = "crash.slow";
  static final int STEPS = 10;

  private final DSLContext sql;
  private final Trail trail;
  private final TransactionTemplate transaction;

  SlowWork(DSLContext sql, Trail trail, TransactionTemplate transaction) {
    this.sql = sql;
    this.trail = trail;
    this.transaction = transaction;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(String task, Progress progress) throws InterruptedException {
    for (int step = 1; step <= STEPS; step++) {
      String name = task + " " + step;
      transaction.executeWithoutResult(status -> {
        if (!sql.fetchExists(ENTRY, ENTRY.SUBJECT_NAME.eq(name))) {
          trail.record("thing.made", Subject.of("thing", Ids.next(), name));
        }
      });
      progress.of(step, STEPS);
      Thread.sleep(300);
    }
  }
}

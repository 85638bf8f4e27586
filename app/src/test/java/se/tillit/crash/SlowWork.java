package se.tillit.crash;

import static se.tillit.schema.audittrail.Tables.ENTRY;

import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.job.JobKind;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Ids;
import se.tillit.notification.Notice;
import se.tillit.notification.Notifications;

/// Work of ten steps, each a change of its own that somebody is told of: slow enough to be killed
/// in the middle, and known to no node but those that a test starts for it.
@TestComponent
class SlowWork implements JobKind {

  static final String KIND = "crash.slow";
  static final int STEPS = 10;

  private final DSLContext sql;
  private final Trail trail;
  private final Notifications notifications;
  private final TransactionTemplate transaction;

  SlowWork(
      DSLContext sql, Trail trail, Notifications notifications, TransactionTemplate transaction) {
    this.sql = sql;
    this.trail = trail;
    this.notifications = notifications;
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
          notifications.tell(
              Objects.requireNonNull(Acting.current().person()),
              Notice.of("thing.made", "/" + name));
        }
      });
      progress.of(step, STEPS);
      Thread.sleep(300);
    }
  }
}

package se.tillit.improvement.measure;

import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static se.tillit.improvement.measure.Today.TODAY;
import static se.tillit.schema.improvement.Tables.PUBLISHED_ACTION;
import static se.tillit.schema.organisation.Tables.CURRENT_ROLE_HOLDING;

import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.identity.Role;
import se.tillit.job.NightlyWork;
import se.tillit.notification.Notifications;

/// Tells who answers for an action, once, that its day has passed; and the coordinators when two
/// weeks more have.
@Component
class OverdueActions implements NightlyWork {

  private static final int PATIENCE_DAYS = 14;

  private final Notifications notifications;

  OverdueActions(Notifications notifications) {
    this.notifications = notifications;
  }

  @Override
  public String name() {
    return "improvement.overdue";
  }

  @Override
  @Transactional
  public void run() {
    var a = PUBLISHED_ACTION;
    var r = CURRENT_ROLE_HOLDING;
    Field<String> id = a.ACTION_ID.cast(SQLDataType.VARCHAR);
    Field<String> path = concat(inline("/actions/"), id);
    Field<String> mark = concat(id, inline(" "), a.DUE_DAY.cast(SQLDataType.VARCHAR));
    notifications.tellEach(
        "improvement.notice.overdue",
        select(a.PERSON_ID, a.TITLE, path, concat(inline("overdue "), mark))
            .from(a)
            .where(a.OPEN)
            .and(a.DUE_DAY.lt(TODAY))
            .and(a.PERSON_ID.isNotNull()));
    notifications.tellEach(
        "improvement.notice.long-overdue",
        select(r.PERSON_ID, a.TITLE, path, concat(inline("long overdue "), mark))
            .from(a)
            .join(r)
            .on(r.TENANT_ID.eq(a.TENANT_ID))
            .and(r.ROLE.eq(inline(Role.COORDINATOR.key())))
            .where(a.OPEN)
            .and(a.DUE_DAY.lt(TODAY.minus(PATIENCE_DAYS))));
  }
}

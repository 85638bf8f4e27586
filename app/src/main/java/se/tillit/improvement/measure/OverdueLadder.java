package se.tillit.improvement.measure;

import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static se.tillit.schema.improvement.Tables.ESCALATION;
import static se.tillit.schema.improvement.Tables.PUBLISHED_ACTION;

import java.time.Clock;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.improvement.habit.HabitRegister;
import se.tillit.improvement.habit.Habits;
import se.tillit.job.NightlyWork;
import se.tillit.kernel.Ids;
import se.tillit.notification.Notifications;

/// Climbs the tenant's ladder for each overdue action, each rung once for each last day: the rung
/// is kept in the same transaction as what is told.
@Component
class OverdueLadder implements NightlyWork {

  // Each statement finds the open actions so many days late and whom the rung tells; a rung that is
  // kept already adds nothing. The DSL would hide the three of a kind.
  private static final String CLIMB =
      """
      insert into improvement.escalation (tenant_id, action_id, due_day, days_after, who, person_id, run, at)
      select distinct a.tenant_id, a.action_id, a.due_day, cast(? as integer), ?, w.person_id,
             cast(? as uuid), cast(? as timestamptz)
      from improvement.published_action a
      cross join lateral (%s) w
      where a.open and a.due_day <= kernel.today() - cast(? as integer) and w.person_id is not null
        and not exists (select from improvement.escalation e
                        where e.tenant_id = a.tenant_id and e.action_id = a.action_id and e.due_day = a.due_day
                          and e.days_after = cast(? as integer) and e.who = ?)
      on conflict do nothing
      """;

  private static final String OWNER = "select a.person_id";

  // The nearest manager of the unit who is not the one who answers; for an action without a unit,
  // of
  // where she works.
  private static final String ABOVE =
      """
      select m.person_id
      from organisation.current_unit_ancestor u
      join organisation.current_assignment m
        on m.tenant_id = u.tenant_id and m.unit_id = u.ancestor_id and m.kind = 'manager'
      where u.tenant_id = a.tenant_id and m.person_id is distinct from a.person_id
        and u.unit_id = coalesce(a.unit_id, (
          select w.unit_id from organisation.current_assignment w
          where w.tenant_id = a.tenant_id and w.person_id = a.person_id and w.unit_id is not null
          order by w.from_day, w.id limit 1))
      order by u.depth, m.from_day, m.id
      limit 1
      """;

  private static final String COORDINATORS =
      """
      select r.person_id from organisation.current_role_holding r
      where r.tenant_id = a.tenant_id and r.role = 'coordinator'
      """;

  private final DSLContext sql;
  private final HabitRegister habits;
  private final Notifications notifications;
  private final Clock clock;

  OverdueLadder(DSLContext sql, HabitRegister habits, Notifications notifications, Clock clock) {
    this.sql = sql;
    this.habits = habits;
    this.notifications = notifications;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "improvement.overdue";
  }

  @Override
  @Transactional
  public void run() {
    for (Habits.Rung rung : habits.current().ladder()) {
      UUID run = Ids.next();
      String who = rung.who().key();
      int days = rung.daysAfter();
      String whom =
          switch (rung.who()) {
            case OWNER -> OWNER;
            case MANAGER -> ABOVE;
            case COORDINATOR -> COORDINATORS;
          };
      int climbed =
          sql.execute(
              CLIMB.formatted(whom), days, who, run, clock.instant().toString(), days, days, who);
      if (climbed > 0) {
        tell(rung.who(), run);
      }
    }
  }

  private void tell(Habits.Who who, UUID run) {
    var e = ESCALATION;
    Field<String> id = e.ACTION_ID.cast(SQLDataType.VARCHAR);
    notifications.tellEach(
        who == Habits.Who.OWNER ? "improvement.notice.overdue" : "improvement.notice.long-overdue",
        select(
                e.PERSON_ID,
                PUBLISHED_ACTION.TITLE,
                concat(inline("/actions/"), id),
                concat(
                    inline("overdue "),
                    id,
                    inline(" "),
                    e.DUE_DAY.cast(SQLDataType.VARCHAR),
                    inline(" "),
                    e.DAYS_AFTER.cast(SQLDataType.VARCHAR),
                    inline(" "),
                    e.WHO))
            .from(e)
            .join(PUBLISHED_ACTION)
            .on(PUBLISHED_ACTION.TENANT_ID.eq(e.TENANT_ID))
            .and(PUBLISHED_ACTION.ACTION_ID.eq(e.ACTION_ID))
            .where(e.RUN.eq(run)));
  }
}

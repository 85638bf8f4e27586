package se.tillit.incident.clock;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static se.tillit.schema.incident.Tables.CLOCK;
import static se.tillit.schema.incident.Tables.CLOCK_CHANGE;
import static se.tillit.schema.incident.Tables.CLOCK_STEP;
import static se.tillit.schema.incident.Tables.REMINDER;

import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import se.tillit.incident.CasePart;
import se.tillit.incident.IncidentId;
import se.tillit.incident.IncidentPermissions;

/// Shows a case its clocks.
@Component
class ClocksOfCase implements CasePart {

  private final DSLContext sql;
  private final ClockStore store;

  ClocksOfCase(DSLContext sql, ClockStore store) {
    this.sql = sql;
    this.store = store;
  }

  @Override
  public String key() {
    return "clocks";
  }

  @Override
  public String permission() {
    return IncidentPermissions.READ;
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public List<String> pages(IncidentId incident) {
    return sql.select(CLOCK.ID)
        .from(CLOCK)
        .where(CLOCK.INCIDENT_ID.eq(incident.value()))
        .fetch(row -> "/clocks/" + row.value1());
  }

  /// Those whom the reminders are for were not told while it was out of sight: now they are. What
  /// stopped because the case was found to be security-protected runs again.
  @Override
  public void shown(IncidentId incident) {
    sql.select(CLOCK.ID)
        .from(CLOCK)
        .where(CLOCK.INCIDENT_ID.eq(incident.value()))
        .and(CLOCK.STATE.eq(StatutoryClock.State.EXCLUDED.key()))
        .and(
            CLOCK.ID.in(
                select(CLOCK_CHANGE.CLOCK_ID)
                    .from(CLOCK_CHANGE)
                    .where(CLOCK_CHANGE.WHAT.eq("excluded"))
                    .and(CLOCK_CHANGE.AFTER.eq(Settlement.SECURITY))))
        .fetch(CLOCK.ID)
        .forEach(id -> {
          store.resume(id);
          store.changed(id, "resumed", "", "", "");
        });
    sql.update(REMINDER)
        .setNull(REMINDER.TOLD_AT)
        .where(
            REMINDER.STEP_ID.in(
                select(CLOCK_STEP.ID)
                    .from(CLOCK_STEP)
                    .join(CLOCK)
                    .on(CLOCK.TENANT_ID.eq(CLOCK_STEP.TENANT_ID))
                    .and(CLOCK.ID.eq(CLOCK_STEP.CLOCK_ID))
                    .where(CLOCK.INCIDENT_ID.eq(incident.value()))
                    .and(CLOCK_STEP.STATE.eq(inline("open")))))
        .execute();
  }
}

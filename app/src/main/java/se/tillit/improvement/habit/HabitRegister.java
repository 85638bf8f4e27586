package se.tillit.improvement.habit;

import static se.tillit.schema.improvement.Tables.HABITS;
import static se.tillit.schema.improvement.Tables.RUNG;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.identity.Viewer;
import se.tillit.improvement.ImprovementPermissions;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Stale;

/// Keeps how a tenant runs its improvement.
@Component
public class HabitRegister {

  private final DSLContext sql;
  private final Trail trail;

  HabitRegister(DSLContext sql, Trail trail) {
    this.sql = sql;
    this.trail = trail;
  }

  /// What holds in the tenant of the transaction.
  @Transactional(readOnly = true)
  public Habits current() {
    return sql.selectFrom(HABITS)
        .fetchOptional()
        .map(it ->
            new Habits(
                it.getDecideDays(),
                it.getRecheckDays(),
                it.getLinkDays(),
                ladder(),
                it.getVersion()))
        .orElse(Habits.SHIPPED);
  }

  @Transactional
  public void change(Viewer viewer, int version, Habits wanted) {
    viewer.demand(ImprovementPermissions.CONFIGURE);
    wanted.demandSound();
    Habits before = current();
    if (before.version() != version || !store(version, wanted)) {
      throw new Stale("habits", tenant());
    }
    sql.deleteFrom(RUNG).execute();
    for (Habits.Rung rung : wanted.ladder()) {
      sql.insertInto(RUNG, RUNG.TENANT_ID, RUNG.DAYS_AFTER, RUNG.WHO)
          .values(tenant(), rung.daysAfter(), rung.who().key())
          .execute();
    }
    trail.record(
        "improvement.habits-changed",
        Subject.of("tenant", tenant(), viewer.seat().tenantName()),
        Detail.none()
            .changed("decideDays", before.decideDays(), wanted.decideDays())
            .changed("recheckDays", before.recheckDays(), wanted.recheckDays())
            .changed("linkDays", before.linkDays(), wanted.linkDays())
            .changed("ladder", said(before.ladder()), said(wanted.ladder())));
  }

  private boolean store(int version, Habits wanted) {
    return sql.insertInto(HABITS)
            .set(HABITS.TENANT_ID, tenant())
            .set(HABITS.DECIDE_DAYS, wanted.decideDays())
            .set(HABITS.RECHECK_DAYS, wanted.recheckDays())
            .set(HABITS.LINK_DAYS, wanted.linkDays())
            .onConflict(HABITS.TENANT_ID)
            .doUpdate()
            .set(HABITS.DECIDE_DAYS, wanted.decideDays())
            .set(HABITS.RECHECK_DAYS, wanted.recheckDays())
            .set(HABITS.LINK_DAYS, wanted.linkDays())
            .set(HABITS.VERSION, HABITS.VERSION.plus(1))
            .where(HABITS.VERSION.eq(version))
            .execute()
        == 1;
  }

  private List<Habits.Rung> ladder() {
    return sql.select(RUNG.DAYS_AFTER, RUNG.WHO)
        .from(RUNG)
        .orderBy(RUNG.DAYS_AFTER, RUNG.WHO)
        .fetch(it -> new Habits.Rung(it.value1(), Habits.Who.of(it.value2())));
  }

  private static String said(List<Habits.Rung> ladder) {
    return String.join(
        ", ", ladder.stream().map(it -> it.daysAfter() + " " + it.who().key()).toList());
  }

  private static UUID tenant() {
    return Acting.current().tenant().value();
  }
}

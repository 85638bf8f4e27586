package se.tillit.improvement.action;

import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static se.tillit.schema.improvement.Tables.ACTION;
import static se.tillit.schema.improvement.Tables.DEPENDENCY;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Forbidden;
import se.tillit.kernel.Refused;

/// Which actions wait for which, and that none waits for itself by way of others.
@Component
class Dependencies {

  // All that the first waits for, directly or not; the DSL would hide the recursion.
  private static final String WAITS_FOR =
      """
      with recursive before as (
        select d.blocker_id from improvement.dependency d where d.action_id = ?
        union
        select d.blocker_id from improvement.dependency d join before b on d.action_id = b.blocker_id)
      select 1 from before where blocker_id = ?
      """;

  private final DSLContext sql;
  private final ActionRegister register;
  private final Trail trail;

  Dependencies(DSLContext sql, ActionRegister register, Trail trail) {
    this.sql = sql;
    this.register = register;
    this.trail = trail;
  }

  /// An arrow of the plan: the first waits for the second.
  record Arrow(UUID action, UUID blocker) {}

  /// What it waits for, of what the viewer may see.
  @Transactional(readOnly = true)
  public List<Neighbour> blockersOf(Viewer viewer, UUID action) {
    return neighbours(
        viewer,
        ACTION.ID.in(
            select(DEPENDENCY.BLOCKER_ID).from(DEPENDENCY).where(DEPENDENCY.ACTION_ID.eq(action))));
  }

  /// What waits for it, of what the viewer may see.
  @Transactional(readOnly = true)
  public List<Neighbour> waitingFor(Viewer viewer, UUID action) {
    return neighbours(
        viewer,
        ACTION.ID.in(
            select(DEPENDENCY.ACTION_ID).from(DEPENDENCY).where(DEPENDENCY.BLOCKER_ID.eq(action))));
  }

  /// How many that are not done it waits for, seen or not.
  @Transactional(readOnly = true)
  public int openBlockersOf(UUID action) {
    return sql.fetchCount(
        select(ACTION.ID)
            .from(DEPENDENCY)
            .join(ACTION)
            .on(row(ACTION.TENANT_ID, ACTION.ID).eq(DEPENDENCY.TENANT_ID, DEPENDENCY.BLOCKER_ID))
            .where(DEPENDENCY.ACTION_ID.eq(action))
            .and(ACTION.OPEN.eq(true)));
  }

  @Transactional(readOnly = true)
  public List<Arrow> among(Collection<UUID> actions) {
    return actions.isEmpty()
        ? List.of()
        : sql.select(DEPENDENCY.ACTION_ID, DEPENDENCY.BLOCKER_ID)
            .from(DEPENDENCY)
            .where(DEPENDENCY.ACTION_ID.in(actions))
            .and(DEPENDENCY.BLOCKER_ID.in(actions))
            .orderBy(DEPENDENCY.ACTION_ID, DEPENDENCY.BLOCKER_ID)
            .fetch(it -> new Arrow(it.value1(), it.value2()));
  }

  /// Lets an action wait for another. Two who draw arrows at once wait for each other, so that no
  /// ring comes of their two halves.
  @Transactional
  public void add(Viewer viewer, UUID id, UUID blocker) {
    Action action = changing(viewer, id);
    Action before = register.find(viewer, blocker);
    if (id.equals(blocker)) {
      throw new Refused("improvement.dependency.itself").at("blocker");
    }
    sql.execute(
        "select pg_advisory_xact_lock(hashtextextended(?, 1))",
        Acting.current().tenant().value().toString());
    if (!sql.fetch(WAITS_FOR, blocker, id).isEmpty()) {
      throw new Refused("improvement.dependency.ring", before.title(), action.title())
          .at("blocker");
    }
    int added =
        sql.insertInto(
                DEPENDENCY, DEPENDENCY.TENANT_ID, DEPENDENCY.ACTION_ID, DEPENDENCY.BLOCKER_ID)
            .values(Acting.current().tenant().value(), id, blocker)
            .onConflictDoNothing()
            .execute();
    if (added == 1) {
      trail.record(
          "improvement.dependency-added", subject(action), Detail.of("waitsFor", before.title()));
    }
  }

  @Transactional
  public void remove(Viewer viewer, UUID id, UUID blocker) {
    Action action = changing(viewer, id);
    int removed =
        sql.deleteFrom(DEPENDENCY)
            .where(row(DEPENDENCY.ACTION_ID, DEPENDENCY.BLOCKER_ID).eq(id, blocker))
            .execute();
    if (removed == 1) {
      trail.record(
          "improvement.dependency-removed", subject(action), Detail.of("waitsFor", blocker));
    }
  }

  private Action changing(Viewer viewer, UUID id) {
    Action action = register.find(viewer, id);
    if (!register.mayProgress(viewer, action)) {
      throw new Forbidden(se.tillit.improvement.ImprovementPermissions.PROGRESS);
    }
    return action;
  }

  private List<Neighbour> neighbours(Viewer viewer, Condition which) {
    Field<String> title = ACTION.TITLE;
    return sql.select(ACTION.ID, title, ACTION.DUE_DAY, ACTION.STATE)
        .from(ACTION)
        .where(which)
        .and(VisibleActions.among(viewer, ACTION.ID))
        .orderBy(ACTION.DUE_DAY, ACTION.ID)
        .limit(50)
        .fetch(it ->
            new Neighbour(it.value1(), it.value2(), it.value3(), ActionState.of(it.value4())));
  }

  private static Subject subject(Action action) {
    return Subject.of("action", action.id(), action.title());
  }
}

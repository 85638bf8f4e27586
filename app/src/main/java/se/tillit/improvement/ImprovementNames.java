package se.tillit.improvement;

import static se.tillit.schema.improvement.Tables.ACTION;
import static se.tillit.schema.improvement.Tables.FINDING;
import static se.tillit.schema.improvement.Tables.GOAL;
import static se.tillit.schema.improvement.Tables.REVIEW;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import se.tillit.audittrail.NameSource;

/// Actions, findings, goals and reviews by title in the trail.
@Component
class ImprovementNames implements NameSource {

  private final DSLContext sql;

  ImprovementNames(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public boolean isContent() {
    return true;
  }

  @Override
  public Map<UUID, String> namesOf(Collection<UUID> ids) {
    var wanted = DSL.any(ids.toArray(UUID[]::new));
    return sql.select(ACTION.ID, ACTION.TITLE)
        .from(ACTION)
        .where(ACTION.ID.eq(wanted))
        .unionAll(DSL.select(FINDING.ID, FINDING.TITLE).from(FINDING).where(FINDING.ID.eq(wanted)))
        .unionAll(DSL.select(GOAL.ID, GOAL.TITLE).from(GOAL).where(GOAL.ID.eq(wanted)))
        .unionAll(DSL.select(REVIEW.ID, REVIEW.TITLE).from(REVIEW).where(REVIEW.ID.eq(wanted)))
        .fetchMap(ACTION.ID, ACTION.TITLE);
  }
}

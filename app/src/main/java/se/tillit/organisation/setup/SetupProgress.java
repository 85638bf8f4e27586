package se.tillit.organisation.setup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.identity.Viewer;
import se.tillit.organisation.SetupSource;
import se.tillit.organisation.SetupStep;

/// How far a municipality has come, all steps in one statement.
@Component
class SetupProgress {

  private final DSLContext sql;
  private final List<SetupStep> steps;

  SetupProgress(DSLContext sql, List<SetupSource> sources) {
    this.sql = sql;
    this.steps =
        sources.stream()
            .flatMap(source -> source.steps().stream())
            .sorted(Comparator.comparingInt(SetupStep::order))
            .toList();
  }

  @Transactional(readOnly = true)
  public List<TakenStep> of(Viewer viewer) {
    var counts = new ArrayList<Field<?>>();
    for (SetupStep step : steps) {
      counts.add(step.there().as("there" + step.order()));
      counts.add(step.lacking().as("lacking" + step.order()));
    }
    Record found = sql.select(counts).fetchSingle();
    return steps.stream().map(step -> taken(step, found, viewer)).toList();
  }

  private static TakenStep taken(SetupStep step, Record found, Viewer viewer) {
    return new TakenStep(
        step.key(),
        step.ways(),
        viewer.may(step.permission()),
        found.get("there" + step.order(), Integer.class),
        found.get("lacking" + step.order(), Integer.class));
  }

  /// Until every step has been begun the way there comes first; what falls short later is for the
  /// follow-up to say.
  @Transactional(readOnly = true)
  public boolean isBegun() {
    var none =
        steps.stream()
            .map(step -> step.there().eq(0))
            .reduce(org.jooq.impl.DSL.falseCondition(), org.jooq.Condition::or);
    return !sql.select(org.jooq.impl.DSL.field(none)).fetchSingle().value1();
  }
}

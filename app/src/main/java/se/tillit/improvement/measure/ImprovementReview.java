package se.tillit.improvement.measure;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.sum;
import static se.tillit.improvement.measure.Today.TODAY;
import static se.tillit.schema.improvement.Tables.PUBLISHED_ACTION;
import static se.tillit.schema.improvement.Tables.PUBLISHED_FINDING;
import static se.tillit.schema.indicator.Tables.CURRENT_FIGURE;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.springframework.stereotype.Component;
import se.tillit.improvement.AgendaPoint;
import se.tillit.improvement.ReviewInput;
import se.tillit.improvement.goal.Goal;
import se.tillit.improvement.goal.GoalRegister;
import se.tillit.kernel.Sweden;
import se.tillit.web.State;

/// What findings, actions, goals and figures tell a management review.
@Component
class ImprovementReview implements ReviewInput {

  private static final String KEY = "improvement.review.line.";

  private final DSLContext sql;
  private final GoalRegister goals;
  private final Clock clock;

  ImprovementReview(DSLContext sql, GoalRegister goals, Clock clock) {
    this.sql = sql;
    this.goals = goals;
    this.clock = clock;
  }

  private record Actions(int closed, int open, int late, int ineffective) {}

  private record Findings(int raised, int decided, int closed, int waiting) {}

  private record Figures(int kept, int all) {}

  @Override
  public List<Line> lines(LocalDate from, LocalDate to) {
    return Stream.of(earlier(), findings(from, to), actions(from, to), measured(), goals())
        .flatMap(List::stream)
        .toList();
  }

  private List<Line> earlier() {
    var a = PUBLISHED_ACTION;
    Actions sum =
        sql.select(
                count().filterWhere(a.OPEN.isFalse()),
                count().filterWhere(a.OPEN),
                count().filterWhere(a.OPEN.isTrue().and(a.DUE_DAY.lt(TODAY))),
                count().filterWhere(a.REOPENINGS.gt(0)))
            .from(a)
            .where(a.SOURCE_KIND.eq("review"))
            .fetchSingle(Records.mapping(Actions::new));
    return List.of(
        Line.of(
            AgendaPoint.EARLIER_DECISIONS,
            "/actions?which=all&source=review",
            KEY + "earlier",
            sum.closed() + sum.open(),
            sum.closed(),
            sum.late()));
  }

  private List<Line> findings(LocalDate from, LocalDate to) {
    var f = PUBLISHED_FINDING;
    Findings sum =
        sql.select(
                count().filterWhere(f.FOUND_DAY.between(from, to).and(f.KIND.eq("deviation"))),
                count().filterWhere(f.DECIDED_DAY.between(from, to)),
                count().filterWhere(f.CLOSED_DAY.between(from, to)),
                count().filterWhere(f.DECISION.isNull()))
            .from(f)
            .fetchSingle(Records.mapping(Findings::new));
    int opportunities =
        sql.fetchCount(f, f.KIND.eq("opportunity").and(f.FOUND_DAY.between(from, to)));
    return List.of(
        Line.of(
            AgendaPoint.NONCONFORMITIES,
            "/findings?which=all&kind=deviation",
            KEY + "findings",
            sum.raised(),
            sum.decided(),
            sum.closed(),
            sum.waiting()),
        Line.of(
            AgendaPoint.OPPORTUNITIES,
            "/findings?which=all&kind=opportunity",
            KEY + "opportunities",
            opportunities));
  }

  private List<Line> actions(LocalDate from, LocalDate to) {
    var a = PUBLISHED_ACTION;
    Actions sum =
        sql.select(
                count().filterWhere(a.DONE_DAY.between(from, to)),
                count().filterWhere(a.OPEN),
                count().filterWhere(a.OPEN.isTrue().and(a.DUE_DAY.lt(TODAY))),
                count().filterWhere(a.REOPENINGS.gt(0)))
            .from(a)
            .fetchSingle(Records.mapping(Actions::new));
    return List.of(
        Line.of(
            AgendaPoint.NONCONFORMITIES,
            "/actions",
            KEY + "actions",
            sum.closed(),
            sum.open(),
            sum.late(),
            sum.ineffective()));
  }

  /// Figures that everything counted meets, of those that count anything.
  private List<Line> measured() {
    var f = CURRENT_FIGURE;
    var sums =
        sql.select(sum(f.MET), sum(f.TOTAL))
            .from(f)
            .groupBy(f.INDICATOR)
            .having(sum(f.TOTAL).gt(BigDecimal.ZERO))
            .fetch();
    int kept = (int) sums.stream().filter(it -> it.value1().compareTo(it.value2()) == 0).count();
    var figures = new Figures(kept, sums.size());
    return List.of(
        Line.of(
            AgendaPoint.MEASUREMENTS,
            "/conformance",
            KEY + "figures",
            figures.all(),
            figures.kept()));
  }

  private List<Line> goals() {
    LocalDate today = Sweden.today(clock);
    List<Goal> open = goals.open();
    long onCourse = open.stream().filter(it -> it.standing(today) == State.KEPT).count();
    long unmeasured = open.stream().filter(it -> it.standing(today) == State.NOT_MEASURED).count();
    var lines = new ArrayList<Line>();
    lines.add(
        Line.of(AgendaPoint.GOALS, "/goals", KEY + "goals", open.size(), onCourse, unmeasured));
    open.stream()
        .filter(it -> it.standing(today) == State.NOT_KEPT)
        .limit(10)
        .forEach(it ->
            lines.add(
                Line.of(AgendaPoint.GOALS, "/goals/" + it.id(), KEY + "goal-missed", it.title())));
    return lines;
  }
}

package se.tillit.improvement.measure;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.noCondition;
import static se.tillit.schema.improvement.Tables.PUBLISHED_ACTION;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.exchange.document.Block;
import se.tillit.exchange.document.KeyFigures;
import se.tillit.exchange.document.KeyFigures.KeyFigure;
import se.tillit.exchange.document.ReportSection;
import se.tillit.exchange.document.Table;
import se.tillit.exchange.document.Tone;
import se.tillit.kernel.Sweden;
import se.tillit.web.Words;

/// What a report tells of actions: how many were finished in the period, and which are open and
/// late (K-4.1.1).
@Component
class ActionsInReports implements ReportSection {

  private static final int MOST = 10;

  private final DSLContext sql;
  private final Clock clock;

  ActionsInReports(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public int order() {
    return 40;
  }

  /// What was open on a day gone by is not kept, so of such a day only what was finished is told.
  @Override
  @Transactional(readOnly = true)
  public Optional<Section> tell(About about, Words words) {
    var a = PUBLISHED_ACTION;
    Condition here = about.body() == null ? noCondition() : a.BODY_ID.eq(about.body());
    LocalDate last = about.to().isBefore(about.day()) ? about.to() : about.day();
    Condition late = condition(a.OPEN).and(a.DUE_DAY.lt(about.day()));
    var counted =
        sql.select(
                count().filterWhere(a.DONE_DAY.between(about.from(), last)),
                count().filterWhere(condition(a.OPEN)),
                count().filterWhere(late))
            .from(a)
            .where(here)
            .fetchSingle();
    boolean now = about.day().equals(Sweden.today(clock));
    if (counted.value1() == 0 && (!now || counted.value2() == 0)) {
      return Optional.empty();
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(figures(counted.value1(), counted.value2(), counted.value3(), now, words));
    if (now && counted.value3() > 0) {
      blocks.add(late(here.and(late), words));
    }
    return Optional.of(new Section(words.t("improvement.report.title"), blocks));
  }

  private static KeyFigures figures(int done, int open, int late, boolean now, Words words) {
    List<KeyFigure> figures = new ArrayList<>();
    figures.add(figure(done, "improvement.report.done", Tone.GOOD, words));
    if (now) {
      figures.add(figure(open, "improvement.report.open", Tone.PLAIN, words));
      figures.add(
          figure(late, "improvement.report.late", late == 0 ? Tone.PLAIN : Tone.BAD, words));
    }
    return new KeyFigures(figures);
  }

  private static KeyFigure figure(int count, String key, Tone tone, Words words) {
    return new KeyFigure(words.number(count), words.t(key), "", tone);
  }

  private Table late(Condition which, Words words) {
    var a = PUBLISHED_ACTION;
    List<Table.Row> rows =
        sql.select(a.TITLE, a.DUE_DAY)
            .from(a)
            .where(which)
            .orderBy(a.DUE_DAY, a.TITLE, a.ACTION_ID)
            .limit(MOST)
            .fetch(it -> Table.Row.of(it.value1(), words.date(it.value2())));
    return new Table(
        words.t("improvement.report.late.table"),
        List.of(
            Table.Column.text(words.t("improvement.search.kind"), 5),
            Table.Column.text(words.t("improvement.due"), 1)),
        rows);
  }
}

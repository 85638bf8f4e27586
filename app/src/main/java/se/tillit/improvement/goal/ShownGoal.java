package se.tillit.improvement.goal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.tillit.web.Fact;
import se.tillit.web.State;
import se.tillit.web.Words;
import se.tillit.web.chart.Drawing;
import se.tillit.web.chart.Share;
import se.tillit.web.chart.TrendLine;

/// A goal as said and drawn.
public record ShownGoal(Words words, Goal goal, String base, LocalDate today) {

  public String title() {
    return goal.title();
  }

  public String href() {
    return base + "/goals/" + goal.id();
  }

  public String level() {
    return words.t("improvement.goal.level." + goal.level());
  }

  public boolean isStrategic() {
    return goal.level().equals("strategic");
  }

  public boolean measuresItself() {
    return goal.measure().indicator() == null;
  }

  public State state() {
    return goal.standing(today);
  }

  public String ended() {
    return goal.isOpen() ? "" : words.t("improvement.goal.state." + goal.state());
  }

  public String period() {
    return words.t("improvement.goal.period", words.date(goal.from()), words.date(goal.to()));
  }

  public long progress() {
    Integer progress = goal.measure().progress();
    return progress == null ? 0 : progress;
  }

  public long way() {
    return goal.measure().progress() == null ? 0 : 100;
  }

  /// Where it stands, in a sentence.
  public String sentence() {
    var measure = goal.measure();
    BigDecimal now = measure.now();
    BigDecimal baseline = measure.baseline();
    if (measure.indicator() != null) {
      String title = indicatorTitle(words, measure.indicator());
      String target = GoalForm.plain(measure.target());
      return now == null
          ? words.t("improvement.goal.share.unmeasured", title, target)
          : words.t("improvement.goal.share.now", title, words.decimal(round(now)), target);
    }
    return words.t(
        now == null ? "improvement.goal.figure.unmeasured" : "improvement.goal.figure.now",
        said(baseline == null ? BigDecimal.ZERO : baseline),
        said(measure.target()),
        measure.unitWord(),
        now == null ? "" : said(now));
  }

  public String owner() {
    String body = goal.bodyName();
    return body == null ? words.t("improvement.whole") : body;
  }

  public String actions() {
    return words.t("improvement.goal.actions", goal.actions().all(), goal.actions().open());
  }

  public List<Fact> facts(@Nullable Goal parent) {
    var facts = new ArrayList<Fact>();
    facts.add(Fact.of(words.t("improvement.goal.level"), level()));
    if (parent != null) {
      facts.add(
          Fact.link(
              words.t("improvement.goal.parent"), parent.title(), base + "/goals/" + parent.id()));
    }
    facts.add(Fact.of(words.t("improvement.goal.owner"), owner()));
    facts.add(Fact.of(words.t("improvement.goal.span"), period()));
    String indicator = goal.measure().indicator();
    if (indicator != null) {
      facts.add(
          Fact.link(
              words.t("improvement.goal.indicator"),
              indicatorTitle(words, indicator),
              base + "/indicators/" + indicator));
    }
    return facts;
  }

  /// The way it has gone, month by month; none before anything is measured.
  @Nullable Drawing trend(List<GoalStore.Monthly> months, List<GoalStore.Reading> readings) {
    List<TrendLine.Month> points =
        measuresItself()
            ? ofReadings(readings)
            : months.stream()
                .map(it ->
                    new TrendLine.Month(YearMonth.from(it.day()), new Share(it.met(), it.total())))
                .toList();
    int target = measuresItself() ? 100 : goal.measure().target().intValue();
    return points.isEmpty()
        ? null
        : new TrendLine(
                words.t(measuresItself() ? "improvement.goal.trend.way" : "improvement.goal.trend"),
                points,
                target)
            .large(words);
  }

  private List<TrendLine.Month> ofReadings(List<GoalStore.Reading> readings) {
    var lastOfMonth = new TreeMap<YearMonth, BigDecimal>();
    readings.stream()
        .sorted(Comparator.comparing(GoalStore.Reading::day))
        .forEach(it -> lastOfMonth.put(YearMonth.from(it.day()), it.value()));
    if (lastOfMonth.isEmpty()) {
      return List.of();
    }
    var months = new ArrayList<TrendLine.Month>();
    YearMonth first = lastOfMonth.lastKey().minusMonths(11);
    YearMonth from = lastOfMonth.firstKey().isBefore(first) ? first : lastOfMonth.firstKey();
    for (YearMonth month = from; !month.isAfter(lastOfMonth.lastKey()); ) {
      BigDecimal value = lastOfMonth.get(month);
      months.add(new TrendLine.Month(month, value == null ? Share.NOT_MEASURED : way(value)));
      month = month.plusMonths(1);
    }
    return months;
  }

  private Share way(BigDecimal value) {
    var m = goal.measure();
    Integer progress =
        new Goal.Measure(null, m.unitWord(), m.baseline(), m.target(), value).progress();
    return new Share(progress == null ? 0 : progress, 100);
  }

  static String indicatorTitle(Words words, String key) {
    int dot = key.indexOf('.');
    return words.t(key.substring(0, dot) + ".indicator" + key.substring(dot) + ".title");
  }

  String said(BigDecimal number) {
    boolean whole = number.stripTrailingZeros().scale() <= 0;
    return whole ? words.number(number.longValue()) : words.decimal(number.doubleValue());
  }

  private static double round(BigDecimal share) {
    return Math.round(share.doubleValue() * 10) / 10.0;
  }
}

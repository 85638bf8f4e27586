package se.tillit.web.chart;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.tillit.web.Due;
import se.tillit.web.State;
import se.tillit.web.Words;

/// A plan along time: a bar from first to last day for each undertaking, arrows from what must be
/// done before, and today. Wide for a desk and paper, narrow for a phone.
public record PlanChart(String title, LocalDate today, List<Bar> bars, List<Arrow> arrows) {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE;

  /// An undertaking.
  ///
  /// @param standing its state in a word
  public record Bar(
      String label,
      @Nullable String who,
      LocalDate from,
      LocalDate to,
      String standing,
      boolean ended) {

    State state(LocalDate today) {
      return ended ? State.NOT_MEASURED : Due.of(to, today).state();
    }
  }

  /// The bar at one place must end before that at another is of use.
  public record Arrow(int before, int after) {}

  public PlanChart {
    bars = List.copyOf(bars);
    arrows = List.copyOf(arrows);
  }

  /// Names stand beside the bars.
  public Drawing wide(Words words) {
    return draw(words, new Frame(720, 250, 704, 44, 30, 20, false));
  }

  /// Names stand above the bars.
  public Drawing narrow(Words words) {
    return draw(words, new Frame(340, 12, 328, 44, 44, 38, true));
  }

  /// Where things stand: the width, the days' first and last place, the first row's top, a row's
  /// height and how far down its bar lies.
  private record Frame(
      double width, double left, double right, double top, double row, double bar, boolean narrow) {

    double middle(int at) {
      return top + at * row + bar - 6;
    }
  }

  private Drawing draw(Words words, Frame frame) {
    double height = frame.top() + bars.size() * frame.row() + 14;
    Svg svg = new Svg(frame.width(), height, title, description(words));
    drawMonths(svg, frame, height, words);
    IntStream.range(0, bars.size()).forEach(at -> drawName(svg, frame, at));
    arrows.forEach(arrow -> drawArrow(svg, frame, arrow));
    IntStream.range(0, bars.size()).forEach(at -> drawBar(svg, frame, at));
    drawToday(svg, frame, height, words);
    return new Drawing(svg.end(), title, description(words), figures(words));
  }

  private void drawMonths(Svg svg, Frame frame, double height, Words words) {
    int step = Math.max(1, (int) Math.ceil(months().size() * 46 / (frame.right() - frame.left())));
    for (int at = 0; at < months().size(); at++) {
      YearMonth month = months().get(at);
      double x = x(frame, month.atDay(1));
      if (x < frame.left()) {
        continue;
      }
      svg.line(x, frame.top() - 12, x, height - 8, Ink.LINE, 1);
      if (at % step == 0 && x + 44 <= frame.width()) {
        String pattern = month.getMonthValue() == 1 ? "MMM yy" : "MMM";
        String name = month.format(DateTimeFormatter.ofPattern(pattern, words.locale()));
        svg.text(x + 3, frame.top() - 16, Svg.Lay.SUBTLE, name.replace(".", ""));
      }
    }
  }

  private void drawName(Svg svg, Frame frame, int at) {
    double y = frame.middle(at) + (frame.narrow() ? -13 : 5);
    double room = frame.narrow() ? frame.right() - frame.left() : frame.left() - 26;
    svg.text(
        frame.narrow() ? frame.left() : 8,
        y,
        Svg.Lay.PLAIN,
        Lettering.fitted(bars.get(at).label(), Svg.TEXT, room));
  }

  private void drawBar(Svg svg, Frame frame, int at) {
    Bar bar = bars.get(at);
    State state = bar.state(today);
    double from = x(frame, bar.from());
    double to = Math.max(x(frame, bar.to()), from + 4);
    double y = frame.middle(at);
    svg.rectangle(from, y - 5, to - from, 10, bar.ended() ? Ink.FORMER : Ink.MAIN);
    StateShape.draw(svg, state, Math.min(to, frame.right() - 6), y, 13);
  }

  /// Out of the end of what comes before, down or up beside it, into the beginning of what follows.
  private void drawArrow(Svg svg, Frame frame, Arrow arrow) {
    double x1 = Math.min(x(frame, bars.get(arrow.before()).to()) + 2, frame.right() - 2);
    double y1 = frame.middle(arrow.before());
    double x2 = x(frame, bars.get(arrow.after()).from());
    double y2 = frame.middle(arrow.after());
    double side = y2 > y1 ? -1 : 1;
    double tip = Math.max(x2, frame.left()) + 4;
    double near = y2 + side * 6;
    svg.stroke(
        "M%s %sV%sH%sV%s"
            .formatted(
                Svg.number(x1),
                Svg.number(y1),
                Svg.number(near + side * 6),
                Svg.number(tip),
                Svg.number(near)),
        Ink.AXIS,
        1.4);
    svg.shape(
        "M%s %sL%s %sH%sZ"
            .formatted(
                Svg.number(tip),
                Svg.number(near - side * 2),
                Svg.number(tip - 4),
                Svg.number(near + side * 5),
                Svg.number(tip + 4)),
        Ink.AXIS);
  }

  private void drawToday(Svg svg, Frame frame, double height, Words words) {
    double x = x(frame, today);
    String name = words.t("web.chart.today");
    double half = Lettering.width(name, Svg.SMALL, false) / 2;
    double middle = Math.clamp(x, frame.left() + half, frame.width() - half - 1);
    svg.dashes(x, frame.top() - 12, x, height - 8, Ink.NOT_KEPT);
    svg.text(middle, 13, Svg.Lay.SUBTLE.middle().in(Ink.TEXT), name);
  }

  private double x(Frame frame, LocalDate day) {
    LocalDate first = first();
    double all = Math.max(1, ChronoUnit.DAYS.between(first, last()));
    double part = ChronoUnit.DAYS.between(first, day) / all;
    return frame.left() + Math.clamp(part, 0, 1) * (frame.right() - frame.left());
  }

  private LocalDate first() {
    LocalDate first = bars.stream().map(Bar::from).min(LocalDate::compareTo).orElse(today);
    // What began long ago would press everything else together.
    LocalDate longAgo = today.minusMonths(9);
    LocalDate shown = first.isBefore(longAgo) ? longAgo : first;
    return shown.isAfter(today.minusDays(7)) ? today.minusDays(7) : shown;
  }

  private LocalDate last() {
    LocalDate last = bars.stream().map(Bar::to).max(LocalDate::compareTo).orElse(today);
    LocalDate farAway = today.plusMonths(24);
    LocalDate shown = last.isAfter(farAway) ? farAway : last;
    return shown.isBefore(today.plusDays(14)) ? today.plusDays(14) : shown;
  }

  private List<YearMonth> months() {
    var months = new ArrayList<YearMonth>();
    for (YearMonth at = YearMonth.from(first()); !at.isAfter(YearMonth.from(last())); ) {
      months.add(at);
      at = at.plusMonths(1);
    }
    return months;
  }

  private String description(Words words) {
    return words.t(
        "web.chart.plan",
        bars.size(),
        bars.stream().filter(it -> !it.ended() && it.to().isBefore(today)).count(),
        arrows.size());
  }

  private Drawing.Figures figures(Words words) {
    return new Drawing.Figures(
        List.of(
            words.t("web.chart.undertaking"),
            words.t("web.chart.who"),
            words.t("web.chart.from"),
            words.t("web.chart.to"),
            words.t("web.chart.standing"),
            words.t("web.chart.waits-for")),
        IntStream.range(0, bars.size()).mapToObj(at -> row(words, at)).toList());
  }

  private List<String> row(Words words, int at) {
    Bar bar = bars.get(at);
    String before =
        String.join(
            "; ",
            arrows.stream()
                .filter(it -> it.after() == at)
                .map(it -> bars.get(it.before()).label())
                .toList());
    Due due = Due.of(bar.to(), today);
    String standing =
        bar.ended() ? bar.standing() : bar.standing() + ", " + words.t(due.labelKey(), due.days());
    String who = bar.who();
    return List.of(
        bar.label(),
        who == null ? "–" : who,
        bar.from().format(DAY),
        bar.to().format(DAY),
        standing,
        before.isEmpty() ? "–" : before);
  }
}

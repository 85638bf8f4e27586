package se.tillit.web.chart;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.tillit.web.Words;

/// A share month by month, on an axis from none to all: large where it is read, small where it is
/// glanced at.
///
/// A month without measurement is a gap, never a point that was not there.
public record TrendLine(String title, List<Month> months, @Nullable Integer target) {

  private static final double WIDTH = 720;
  private static final double HEIGHT = 268;
  private static final double LEFT = 52;
  private static final double RIGHT = 632;
  private static final double TOP = 16;
  private static final double BOTTOM = 218;

  private static final double SMALL_WIDTH = 120;
  private static final double SMALL_HEIGHT = 30;
  private static final double SMALL_EDGE = 5;

  /// What was measured at the end of a month.
  public record Month(YearMonth month, Share share) {}

  public TrendLine {
    months = List.copyOf(months);
    if (months.isEmpty()) {
      throw new IllegalArgumentException("A trend needs a month");
    }
  }

  /// With axes, months and target: for a page's column or a report.
  public Drawing large(Words words) {
    Svg svg = new Svg(WIDTH, HEIGHT, title, description(words));
    for (int percent = 0; percent <= 100; percent += 25) {
      svg.line(LEFT, y(percent), RIGHT, y(percent), percent == 0 ? Ink.AXIS : Ink.LINE, 1);
      svg.text(LEFT - 10, y(percent) + 4.5, Svg.Lay.SUBTLE.end(), percent + "\u00a0%");
    }
    drawMonths(svg, words);
    svg.shape(area(), Ink.TINT);
    if (target != null) {
      svg.dashes(LEFT, y(target), RIGHT, y(target), Ink.SUBTLE);
    }
    svg.stroke(path(this::x, this::y), Ink.MAIN, 2.5);
    drawPoints(svg);
    drawEnds(svg, words);
    return new Drawing(svg.end(), title, description(words), figures(words));
  }

  /// The line alone, for a row of a table: still from none to all.
  public Drawing small(Words words) {
    Svg svg = new Svg(SMALL_WIDTH, SMALL_HEIGHT, title, description(words));
    svg.line(0, smallY(0), SMALL_WIDTH, smallY(0), Ink.LINE, 1);
    svg.stroke(path(this::smallX, this::smallY), Ink.MAIN, 1.75);
    int last = lastMeasured();
    if (last >= 0) {
      svg.circle(smallX(last), smallY(percent(last)), 3, Ink.MAIN);
    }
    return new Drawing(svg.end(), title, description(words), figures(words));
  }

  private void drawMonths(Svg svg, Words words) {
    DateTimeFormatter name = DateTimeFormatter.ofPattern("MMM", words.locale());
    for (int at = 0; at < months.size(); at++) {
      YearMonth month = months.get(at).month();
      String shortName = month.format(name).replace(".", "");
      svg.text(x(at), BOTTOM + 20, Svg.Lay.SUBTLE.middle(), shortName);
      if (at == 0 || month.getMonthValue() == 1) {
        svg.text(x(at), BOTTOM + 38, Svg.Lay.SUBTLE.middle(), Integer.toString(month.getYear()));
      }
    }
  }

  private void drawPoints(Svg svg) {
    int last = lastMeasured();
    for (int at = 0; at < months.size(); at++) {
      if (months.get(at).share().measured()) {
        svg.circle(x(at), y(percent(at)), at == last ? 5.5 : 3, Ink.MAIN);
      }
    }
  }

  // The last value and the target stand in the margin, pushed apart where they would meet.
  private void drawEnds(Svg svg, Words words) {
    int last = lastMeasured();
    double value = last < 0 ? Double.NaN : y(percent(last)) + 6;
    if (last >= 0) {
      svg.text(
          RIGHT + 14,
          value,
          Svg.Lay.STRONG.sized(19).in(Ink.MAIN),
          months.get(last).share().in(words));
    }
    if (target != null) {
      double beside = y(target) + 4.5;
      if (Math.abs(beside - value) < 19) {
        beside = value + (beside < value && value > TOP + 30 ? -19 : 18);
      }
      svg.text(RIGHT + 14, beside, Svg.Lay.SUBTLE, words.t("web.chart.target", target));
    }
  }

  private String description(Words words) {
    int first = firstMeasured();
    int last = lastMeasured();
    if (last < 0) {
      return words.t("web.chart.trend.none");
    }
    String course =
        words.t(
            "web.chart.trend.course",
            months.get(first).share().in(words),
            name(first, words),
            months.get(last).share().in(words),
            name(last, words));
    return target == null ? course : course + " " + words.t("web.chart.trend.target", target);
  }

  private Drawing.Figures figures(Words words) {
    return new Drawing.Figures(
        List.of(words.t("web.chart.month"), words.t("web.chart.share"), words.t("web.chart.count")),
        Stream.iterate(0, at -> at < months.size(), at -> at + 1)
            .map(at -> row(at, words))
            .toList());
  }

  private List<String> row(int at, Words words) {
    Share share = months.get(at).share();
    return share.measured()
        ? List.of(
            name(at, words), share.in(words), words.t("web.chart.of", share.met(), share.total()))
        : List.of(name(at, words), words.t("web.chart.unmeasured"), "–");
  }

  private String name(int at, Words words) {
    return months.get(at).month().format(DateTimeFormatter.ofPattern("MMMM yyyy", words.locale()));
  }

  // A month between two gaps is a dot.
  private String path(Place x, Height y) {
    StringBuilder path = new StringBuilder();
    boolean drawing = false;
    for (int at = 0; at < months.size(); at++) {
      boolean measured = months.get(at).share().measured();
      if (measured) {
        path.append(drawing ? 'L' : 'M').append(point(x.of(at), y.of(percent(at))));
        path.append(drawing ? "" : "h0.01");
      }
      drawing = measured;
    }
    return path.isEmpty() ? "M0 0" : path.toString();
  }

  private static String point(double x, double y) {
    return Svg.number(x) + " " + Svg.number(y);
  }

  // Below the line, one piece for each unbroken run of months.
  private String area() {
    StringBuilder path = new StringBuilder();
    for (int at = 0; at + 1 < months.size(); at++) {
      if (months.get(at).share().measured() && months.get(at + 1).share().measured()) {
        path.append(
            "M%s %sL%s %sL%s %sV%sH%sZ"
                .formatted(
                    Svg.number(x(at)), Svg.number(y(0)),
                    Svg.number(x(at)), Svg.number(y(percent(at))),
                    Svg.number(x(at + 1)), Svg.number(y(percent(at + 1))),
                    Svg.number(y(0)), Svg.number(x(at))));
      }
    }
    return path.isEmpty() ? "M0 0" : path.toString();
  }

  private int firstMeasured() {
    return Stream.iterate(0, at -> at < months.size(), at -> at + 1)
        .filter(at -> months.get(at).share().measured())
        .findFirst()
        .orElse(-1);
  }

  private int lastMeasured() {
    return Stream.iterate(months.size() - 1, at -> at >= 0, at -> at - 1)
        .filter(at -> months.get(at).share().measured())
        .findFirst()
        .orElse(-1);
  }

  private double percent(int at) {
    return months.get(at).share().percent();
  }

  private double x(int at) {
    double edge = 18;
    return months.size() == 1
        ? (LEFT + RIGHT) / 2
        : LEFT + edge + at * (RIGHT - LEFT - 2 * edge) / (months.size() - 1);
  }

  private double y(double percent) {
    return BOTTOM - percent * (BOTTOM - TOP) / 100;
  }

  private double smallX(int at) {
    return months.size() == 1
        ? SMALL_WIDTH / 2
        : SMALL_EDGE + at * (SMALL_WIDTH - 2 * SMALL_EDGE) / (months.size() - 1);
  }

  private double smallY(double percent) {
    return SMALL_HEIGHT - SMALL_EDGE + 1 - percent * (SMALL_HEIGHT - 2 * SMALL_EDGE) / 100;
  }

  @FunctionalInterface
  private interface Place {
    double of(int at);
  }

  @FunctionalInterface
  private interface Height {
    double of(double percent);
  }
}

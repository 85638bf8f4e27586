package se.tillit.web.chart;

import java.util.List;
import se.tillit.web.Words;

/// This year's share of each body against last year's, as bars from zero, with the change in
/// percentage points.
///
/// @param now what the wide bars show, such as "2026"
/// @param before what the thin bars below them show, such as "2025"
public record ComparisonBars(String title, String now, String before, List<Row> rows) {

  private static final double WIDTH = 720;
  private static final double LABEL = 236;
  private static final double LEFT = 250;
  private static final double RIGHT = 596;
  private static final double TOP = 52;
  private static final double ROW = 40;
  private static final double LINE = 16;
  private static final int MOST_LINES = 5;

  /// A body and its two shares.
  public record Row(String name, Share now, Share before) {

    boolean comparable() {
      return now.measured() && before.measured();
    }

    long change() {
      return now.wholePercent() - before.wholePercent();
    }
  }

  public ComparisonBars {
    rows = List.copyOf(rows);
  }

  public Drawing draw(Words words) {
    double height = TOP + rows.stream().mapToDouble(ComparisonBars::tall).sum() + 10;
    Svg svg = new Svg(WIDTH, height, title, description(words));
    drawScale(svg, height - 10, words);
    double y = TOP;
    for (Row row : rows) {
      draw(svg, row, y, words);
      y += tall(row);
    }
    return new Drawing(svg.end(), title, description(words), figures(words));
  }

  private void drawScale(Svg svg, double bottom, Words words) {
    svg.rectangle(0, 8, 16, 12, Ink.MAIN).text(22, 19, Svg.Lay.PLAIN, now);
    double second = 22 + Lettering.width(now, Svg.TEXT, false) + 22;
    svg.rectangle(second, 12, 16, 6, Ink.FORMER).text(second + 22, 19, Svg.Lay.PLAIN, before);
    svg.text(WIDTH - 2, 19, Svg.Lay.SUBTLE.end(), words.t("web.chart.change"));
    for (int percent = 0; percent <= 100; percent += 25) {
      svg.line(x(percent), TOP - 6, x(percent), bottom, percent == 0 ? Ink.AXIS : Ink.LINE, 1);
      svg.text(x(percent), TOP - 14, Svg.Lay.SUBTLE.middle(), percent + "\u00a0%");
    }
  }

  private void draw(Svg svg, Row row, double y, Words words) {
    List<String> lines = label(row);
    double line = y + (lines.size() == 1 ? 20 : 12);
    for (String words1 : lines) {
      svg.text(LABEL, line, Svg.Lay.PLAIN.end(), words1);
      line += LINE;
    }
    if (row.now().measured()) {
      double end = x(row.now().percent());
      svg.rectangle(LEFT, y + 4, Math.max(end - LEFT, 1.5), 15, Ink.MAIN);
      svg.text(RIGHT + 10, y + 17, Svg.Lay.STRONG, row.now().in(words));
    } else {
      svg.text(LEFT + 8, y + 17, Svg.Lay.SUBTLE, words.t("web.chart.unmeasured"));
    }
    if (row.before().measured()) {
      svg.rectangle(LEFT, y + 21, Math.max(x(row.before().percent()) - LEFT, 1.5), 6, Ink.FORMER);
    }
    svg.text(WIDTH - 2, y + 17, Svg.Lay.PLAIN.end(), change(row));
  }

  private static List<String> label(Row row) {
    return Lettering.lines(row.name(), Svg.TEXT, LABEL, MOST_LINES);
  }

  /// As tall as its name is long.
  private static double tall(Row row) {
    return Math.max(ROW, label(row).size() * LINE + 8);
  }

  private static String change(Row row) {
    if (!row.comparable()) {
      return "–";
    }
    long change = row.change();
    return change == 0 ? "0" : change > 0 ? "+" + change : "\u2212" + -change;
  }

  private static double x(double percent) {
    return LEFT + percent * (RIGHT - LEFT) / 100;
  }

  private String description(Words words) {
    return words.t(
        "web.chart.comparison",
        rows.stream().filter(row -> row.comparable() && row.change() > 0).count(),
        rows.stream().filter(row -> row.comparable() && row.change() < 0).count(),
        rows.stream().filter(row -> row.comparable() && row.change() == 0).count(),
        rows.stream().filter(row -> !row.comparable()).count());
  }

  private Drawing.Figures figures(Words words) {
    return new Drawing.Figures(
        List.of(words.t("web.chart.body"), now, before, words.t("web.chart.change")),
        rows.stream()
            .map(row ->
                List.of(row.name(), row.now().in(words), row.before().in(words), change(row)))
            .toList());
  }
}

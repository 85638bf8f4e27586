package se.tillit.web.chart;

import java.util.List;
import se.tillit.web.Words;

/// How many of each, as bars from zero, with the year before as thin bars below.
///
/// @param what the head of the rows, such as "Organ"
/// @param now what the wide bars show, such as "2026"
/// @param before what the thin bars show, such as "2025"
public record CountBars(String title, String what, String now, String before, List<Row> rows) {

  private static final double WIDTH = 720;
  private static final double LABEL = 236;
  private static final double LEFT = 250;
  private static final double RIGHT = 640;
  private static final double TOP = 36;
  private static final double ROW = 38;

  /// What is counted, and how many there were.
  public record Row(String name, long now, long before) {}

  public CountBars {
    rows = List.copyOf(rows);
  }

  public Drawing draw(Words words) {
    double height = TOP + rows.size() * ROW + 8;
    Svg svg = new Svg(WIDTH, height, title, description(words));
    svg.rectangle(0, 8, 16, 12, Ink.MAIN).text(22, 19, Svg.Lay.PLAIN, now);
    double second = 22 + Lettering.width(now, Svg.TEXT, false) + 22;
    svg.rectangle(second, 12, 16, 6, Ink.FORMER).text(second + 22, 19, Svg.Lay.PLAIN, before);
    svg.line(LEFT, TOP - 4, LEFT, height - 6, Ink.AXIS, 1);
    long most =
        Math.max(1, rows.stream().mapToLong(it -> Math.max(it.now(), it.before())).max().orElse(1));
    for (int at = 0; at < rows.size(); at++) {
      draw(svg, rows.get(at), TOP + at * ROW, most, words);
    }
    return new Drawing(svg.end(), title, description(words), figures(words));
  }

  private static void draw(Svg svg, Row row, double y, long most, Words words) {
    List<String> lines = Lettering.lines(row.name(), Svg.TEXT, LABEL, 2);
    double line = y + (lines.size() == 1 ? 20 : 12);
    for (String part : lines) {
      svg.text(LABEL, line, Svg.Lay.PLAIN.end(), part);
      line += 16;
    }
    double end = LEFT + (RIGHT - LEFT) * row.now() / most;
    if (row.now() > 0) {
      svg.rectangle(LEFT, y + 4, end - LEFT, 15, Ink.MAIN);
    }
    svg.text(end + 10, y + 17, Svg.Lay.STRONG, words.number(row.now()));
    if (row.before() > 0) {
      svg.rectangle(LEFT, y + 21, (RIGHT - LEFT) * row.before() / most, 6, Ink.FORMER);
    }
  }

  private String description(Words words) {
    return words.t(
        "web.chart.counts",
        rows.size(),
        rows.stream().mapToLong(Row::now).sum(),
        rows.stream().mapToLong(Row::before).sum());
  }

  private Drawing.Figures figures(Words words) {
    return new Drawing.Figures(
        List.of(what, now, before),
        rows.stream()
            .map(it -> List.of(it.name(), words.number(it.now()), words.number(it.before())))
            .toList());
  }
}

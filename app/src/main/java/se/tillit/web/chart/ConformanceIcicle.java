package se.tillit.web.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.tillit.web.State;
import se.tillit.web.Words;

/// The organisation from the whole at the left to its units at the right, each with its state and
/// share.
///
/// Where there are more parts than rows, those in the best state are counted together; what needs
/// someone stays in sight.
public record ConformanceIcicle(String title, Part whole) {

  private static final double WIDTH = 720;
  private static final double ROW = 26;
  private static final double GAP = 2;
  private static final double LEGEND = 34;
  private static final double[][] COLUMNS = {
    {720}, {210, 510}, {146, 236, 338}, {112, 176, 206, 226}, {90, 130, 150, 170, 180}
  };

  /// A part of the organisation with its own parts; one without parts is a unit of its own.
  public record Part(String name, State state, Share share, List<Part> parts) {

    public Part {
      parts = List.copyOf(parts);
    }

    public static Part unit(String name, State state, Share share) {
      return new Part(name, state, share, List.of());
    }

    Stream<Part> units() {
      return parts.isEmpty() ? Stream.of(this) : parts.stream().flatMap(Part::units);
    }
  }

  public Drawing draw(Words words) {
    IcicleRows rows = IcicleRows.of(whole, COLUMNS.length);
    double[] columns = COLUMNS[rows.depth() - 1];
    double height = rows.count() * ROW + LEGEND;
    Svg svg = new Svg(WIDTH, height, title, description(words));
    for (IcicleRows.Cell cell : rows.cells()) {
      draw(svg, cell, columns, words);
    }
    drawLegend(svg, height - 9, words);
    return new Drawing(svg.end(), title, description(words), figures(words));
  }

  private static void draw(Svg svg, IcicleRows.Cell cell, double[] columns, Words words) {
    double x = 0;
    for (int before = 0; before < cell.depth(); before++) {
      x += columns[before];
    }
    double room = columns[cell.depth()] - (cell.depth() == columns.length - 1 ? 0 : GAP);
    for (int beyond = cell.depth() + 1; cell.last() && beyond < columns.length; beyond++) {
      room += columns[beyond] + (beyond == columns.length - 1 ? GAP : 0);
    }
    double y = cell.row() * ROW;
    double height = cell.rows() * ROW - GAP;
    if (cell.rest().isEmpty()) {
      drawPart(svg, cell.part(), new Box(x, y, room, height), words);
    } else {
      drawRest(svg, cell, new Box(x, y, room, height), words);
    }
  }

  private record Box(double x, double y, double width, double height) {}

  private static void drawPart(Svg svg, Part part, Box box, Words words) {
    svg.rectangle(box.x(), box.y(), box.width(), box.height(), Ink.tintOf(part.state()));
    svg.rectangle(box.x(), box.y(), 3, box.height(), Ink.of(part.state()));
    double base = box.y() + 16.5;
    StateShape.draw(svg, part.state(), box.x() + 16, box.y() + 12, 10);
    String share = part.share().measured() ? part.share().in(words) : "–";
    double left = box.x() + 28;
    double end = box.x() + box.width() - 10;
    boolean tall = box.height() > 2 * ROW - GAP - 1;
    double shareRoom = tall ? 0 : Lettering.width(share, Svg.TEXT, true) + 10;
    int most = tall ? Math.min(4, (int) (box.height() / 17) - 1) : 1;
    List<String> lines = Lettering.lines(part.name(), Svg.TEXT, end - left - shareRoom, most);
    for (String line : lines) {
      svg.text(left, base, Svg.Lay.PLAIN, line);
      base += 16;
    }
    if (tall) {
      svg.text(left, base + 1, Svg.Lay.STRONG, share);
    } else {
      svg.text(end, base - 16, Svg.Lay.STRONG.end(), share);
    }
  }

  private static void drawRest(Svg svg, IcicleRows.Cell cell, Box box, Words words) {
    svg.rectangle(box.x(), box.y(), box.width(), box.height(), Ink.STONE);
    double base = box.y() + 16.5;
    boolean all = cell.rest().size() == cell.part().parts().size();
    String more = words.t(all ? "web.chart.all" : "web.chart.more", cell.rest().size());
    svg.text(box.x() + 12, base, Svg.Lay.PLAIN.in(Ink.SUBTLE), more);
    double x = box.x() + 12 + Lettering.width(more, Svg.TEXT, false) + 16;
    for (Map.Entry<State, Long> count : counts(cell.rest().stream()).entrySet()) {
      StateShape.draw(svg, count.getKey(), x, box.y() + 12, 9);
      String number = words.number(count.getValue());
      svg.text(x + 9, base, Svg.Lay.PLAIN.in(Ink.SUBTLE), number);
      x += 9 + Lettering.width(number, Svg.TEXT, false) + 16;
    }
  }

  private static void drawLegend(Svg svg, double base, Words words) {
    double x = 6;
    for (State state : State.values()) {
      StateShape.draw(svg, state, x, base - 4.5, 10);
      String word = words.t(state.labelKey());
      svg.text(x + 11, base, Svg.Lay.SUBTLE.sized(13), word);
      x += 11 + Lettering.width(word, 13, false) + 26;
    }
  }

  private String description(Words words) {
    String states =
        counts(whole.units()).entrySet().stream()
            .map(count -> words.t("web.chart.state." + count.getKey().word(), count.getValue()))
            .collect(Collectors.joining(", "));
    return words.t("web.chart.units", whole.units().count(), states);
  }

  private static Map<State, Long> counts(Stream<Part> parts) {
    return parts.collect(
        Collectors.groupingBy(
            Part::state, () -> new EnumMap<>(State.class), Collectors.counting()));
  }

  private Drawing.Figures figures(Words words) {
    List<List<String>> rows = new ArrayList<>();
    collect("", whole, rows, words);
    return new Drawing.Figures(
        List.of(
            words.t("web.chart.part"), words.t("web.chart.standing"), words.t("web.chart.share")),
        rows);
  }

  private static void collect(String above, Part part, List<List<String>> rows, Words words) {
    String name = above + part.name();
    rows.add(List.of(name, words.t(part.state().labelKey()), part.share().in(words)));
    part.parts().forEach(below -> collect(name + " › ", below, rows, words));
  }

  /// The order in which parts stay in sight: what is not kept first, what is kept last.
  static Comparator<Part> worstFirst() {
    List<State> order = List.of(State.NOT_KEPT, State.AT_RISK, State.NOT_MEASURED, State.KEPT);
    return Comparator.comparingInt(part -> order.indexOf(part.state()));
  }
}

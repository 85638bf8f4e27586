package se.tillit.web.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import se.tillit.web.State;
import se.tillit.web.Words;

/// Clocks that run beside each other: a lane each, from its start to what it demands, with the
/// moment that is now across them all. What lies more than a week ahead stands at the edge, with
/// its day.
public record ClockLanes(String title, Instant now, List<Lane> lanes) {

  private static final double WIDTH = 720;
  private static final double LABELS = 236;
  private static final double RIGHT = 700;
  private static final double TOP = 34;
  private static final double ROW = 46;
  private static final double GAP = 6;
  private static final Duration REACH = Duration.ofDays(7);

  /// One clock: whose, since when, and its marks.
  public record Lane(String name, String whose, Instant start, List<Mark> marks) {

    public Lane {
      marks = List.copyOf(marks);
    }
  }

  /// A moment of a clock: what, how it stands, and the time left in words.
  public record Mark(String name, Instant at, State state, boolean done, String said) {}

  public ClockLanes {
    lanes = List.copyOf(lanes);
  }

  public Drawing draw(Words words) {
    double height = TOP + lanes.size() * ROW + 12;
    Svg svg = new Svg(WIDTH, height, title, description(words));
    Instant from = first();
    Instant to = last();
    double here = x(now, from, to);
    int at = 0;
    for (Lane lane : lanes) {
      drawLane(svg, lane, TOP + at++ * ROW, from, to);
    }
    svg.dashes(here, TOP - 8, here, height - 8, Ink.MAIN);
    svg.text(
        here,
        TOP - 14,
        Svg.Lay.SUBTLE.middle().in(Ink.MAIN),
        words.t("web.chart.now", words.clock(now)));
    return new Drawing(svg.end(), title, description(words), figures(words));
  }

  private void drawLane(Svg svg, Lane lane, double top, Instant from, Instant to) {
    double y = top + ROW / 2;
    svg.text(0, y - 3, Svg.Lay.STRONG, Lettering.fitted(lane.name(), Svg.TEXT, LABELS - 16));
    svg.text(0, y + 13, Svg.Lay.SUBTLE, Lettering.fitted(lane.whose(), Svg.SMALL, LABELS - 16));
    svg.line(LABELS, y, RIGHT, y, Ink.LINE, 1);
    double begin = x(lane.start(), from, to);
    double end =
        lane.marks().stream().mapToDouble(mark -> x(mark.at(), from, to)).max().orElse(begin);
    svg.line(begin, y, end, y, Ink.FORMER, 4);
    svg.line(begin, y - 6, begin, y + 6, Ink.MAIN, 2);
    double taken = LABELS;
    for (Mark mark : marks(lane)) {
      double x = x(mark.at(), from, to);
      StateShape.draw(svg, mark.state(), x, y, 14);
      if (!mark.done()) {
        taken = label(svg, mark, y, beside(mark, x, x(now, from, to)), taken);
      }
    }
  }

  /// Where the words of a mark end: centred below it, but on one side of the line that is now.
  private static double beside(Mark mark, double x, double here) {
    double width = Lettering.width(mark.said(), Svg.SMALL, false);
    double right = Math.min(RIGHT + 16, Math.max(x + width / 2, LABELS + width));
    if (right < here - GAP || right - width > here + GAP) {
      return right;
    }
    boolean before = x < here && here - GAP - width >= LABELS;
    boolean fits = here + GAP + width <= RIGHT + 16;
    return before || !fits ? here - GAP : here + GAP + width;
  }

  /// The words below a mark, unless another's stand there.
  private static double label(Svg svg, Mark mark, double y, double right, double taken) {
    double width = Lettering.width(mark.said(), Svg.SMALL, false);
    if (right - width < taken) {
      return taken;
    }
    svg.text(right, y + 20, Svg.Lay.SUBTLE.end(), mark.said());
    return right + 8;
  }

  private static List<Mark> marks(Lane lane) {
    return lane.marks().stream().sorted(Comparator.comparing(Mark::at)).toList();
  }

  private Instant first() {
    Instant earliest = lanes.stream().map(Lane::start).min(Comparator.naturalOrder()).orElse(now);
    Instant bound = now.minus(REACH);
    Instant first = earliest.isBefore(bound) ? bound : earliest;
    return first.isBefore(now) ? first : now.minus(Duration.ofHours(1));
  }

  private Instant last() {
    Instant latest =
        lanes.stream()
            .flatMap(lane -> lane.marks().stream())
            .map(Mark::at)
            .max(Comparator.naturalOrder())
            .orElse(now);
    Instant bound = now.plus(REACH);
    Instant last = latest.isAfter(bound) ? bound : latest;
    return last.isAfter(now) ? last : now.plus(Duration.ofHours(1));
  }

  private static double x(Instant at, Instant from, Instant to) {
    double share =
        (double) Duration.between(from, at).toSeconds() / Duration.between(from, to).toSeconds();
    return LABELS + Math.clamp(share, 0, 1) * (RIGHT - LABELS);
  }

  private String description(Words words) {
    long late =
        lanes.stream()
            .flatMap(lane -> lane.marks().stream())
            .filter(mark -> !mark.done() && mark.state() == State.NOT_KEPT)
            .count();
    return words.t("web.chart.lanes", lanes.size(), late);
  }

  private Drawing.Figures figures(Words words) {
    var rows = new ArrayList<List<String>>();
    for (Lane lane : lanes) {
      for (Mark mark : marks(lane)) {
        rows.add(
            List.of(
                lane.name() + ", " + lane.whose(),
                mark.name(),
                words.time(mark.at()),
                words.t(mark.state().labelKey()),
                mark.said()));
      }
    }
    return new Drawing.Figures(
        List.of(
            words.t("web.chart.clock"),
            words.t("web.chart.item"),
            words.t("web.chart.moment"),
            words.t("web.chart.standing"),
            words.t("web.chart.left")),
        rows);
  }
}

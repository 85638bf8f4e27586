package se.tillit.web.chart;

import se.tillit.web.State;

/// The shape of each state: circle, triangle, square and ring, so that no one has to tell colours
/// apart.
final class StateShape {

  private StateShape() {}

  /// Draws the shape of a state around a point.
  static void draw(Svg svg, State state, double x, double y, double size) {
    double half = size / 2;
    switch (state) {
      case KEPT -> svg.circle(x, y, half, Ink.KEPT);
      case AT_RISK -> svg.shape(triangle(x, y, half * 1.1), Ink.AT_RISK);
      case NOT_KEPT ->
          svg.rectangle(x - half * 0.9, y - half * 0.9, size * 0.9, size * 0.9, Ink.NOT_KEPT);
      case NOT_MEASURED -> svg.ring(x, y, half - 0.8, Ink.NOT_MEASURED, 1.6);
    }
  }

  private static String triangle(double x, double y, double half) {
    return "M%s %sL%s %sH%sZ"
        .formatted(
            Svg.number(x),
            Svg.number(y - half),
            Svg.number(x + half),
            Svg.number(y + half * 0.85),
            Svg.number(x - half));
  }
}

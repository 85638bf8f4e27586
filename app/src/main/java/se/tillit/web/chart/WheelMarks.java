package se.tillit.web.chart;

import java.util.List;
import java.util.stream.IntStream;

/// Where the marks of a wheel stand: on tracks outside its rim, stepping outwards where they would
/// touch.
///
/// @param angles clockwise from the top, in radians and ascending
/// @param tracks the track of each mark, 0 nearest the rim
record WheelMarks(List<Double> angles, List<Integer> tracks) {

  static final double CENTRE = 218;
  static final double OUTER = 208;
  static final double TRACK = 23;
  private static final int MOST = 5;

  static WheelMarks of(List<Double> angles) {
    int[] tracks = new int[angles.size()];
    for (int at = 0; at < tracks.length; at++) {
      while (tracks[at] < MOST - 1 && crowded(at, angles, tracks)) {
        tracks[at]++;
      }
    }
    return new WheelMarks(angles, IntStream.of(tracks).boxed().toList());
  }

  // Measured where the tracks are tightest, so that the answer holds for any number of them.
  private static boolean crowded(int at, List<Double> angles, int[] tracks) {
    double radius = OUTER - (MOST - tracks[at] - 0.5) * TRACK;
    return IntStream.range(0, at)
        .filter(before -> tracks[before] == tracks[at])
        .anyMatch(before -> apart(angles.get(at), angles.get(before)) * radius < TRACK);
  }

  // The end of December stands beside the beginning of January.
  private static double apart(double one, double other) {
    double straight = Math.abs(one - other);
    return Math.min(straight, 2 * Math.PI - straight);
  }

  /// The outer edge of the months, with room outside for the tracks in use.
  double rim() {
    int used = tracks.stream().mapToInt(track -> track + 1).max().orElse(1);
    return OUTER - Math.max(2, used) * TRACK - 4;
  }

  double hub() {
    return rim() - 40;
  }

  double x(int at) {
    return x(angles.get(at), radius(at));
  }

  double y(int at) {
    return y(angles.get(at), radius(at));
  }

  private double radius(int at) {
    return rim() + (tracks.get(at) + 0.6) * TRACK;
  }

  static double x(double angle, double radius) {
    return CENTRE + radius * Math.sin(angle);
  }

  static double y(double angle, double radius) {
    return CENTRE - radius * Math.cos(angle);
  }
}

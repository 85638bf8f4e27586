package se.tillit.web.chart;

import se.tillit.web.Words;

/// How many of how many; nothing counted means nothing measured.
public record Share(long met, long total) {

  public static final Share NOT_MEASURED = new Share(0, 0);

  public boolean measured() {
    return total > 0;
  }

  double percent() {
    return measured() ? 100.0 * met / total : 0;
  }

  /// Whole percent, rounded down so that only the whole is 100.
  long wholePercent() {
    return measured() ? Math.floorDiv(met * 100, total) : 0;
  }

  String in(Words words) {
    return words.percent(met, total);
  }
}

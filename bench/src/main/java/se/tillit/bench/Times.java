package se.tillit.bench;

import java.util.Arrays;
import java.util.Locale;

/// How long each of many runs took, in nanoseconds, sorted.
record Times(long[] sorted) {

  static Times of(long[] nanoseconds) {
    long[] sorted = nanoseconds.clone();
    Arrays.sort(sorted);
    return new Times(sorted);
  }

  double p(int percent) {
    int place = (int) Math.ceil(sorted.length * percent / 100.0) - 1;
    return sorted[Math.max(0, place)] / 1e6;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.1f / %.1f / %.1f", p(50), p(95), p(99));
  }
}

package se.tillit.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The table of what was measured, as it stands in docs/performance.md.
final class Report {

  private final List<String> lines = new ArrayList<>();
  private boolean failed;

  Report() {
    lines.add("| what | p50 / p95 / p99 ms | raw SQL, the same | ratio of p95 | budget | |");
    lines.add("|---|---|---|---|---|---|");
  }

  /// A row of times, beside the same by raw SQL where there is such a thing.
  ///
  /// @param budget for the 95th percentile, in milliseconds
  void times(String what, Times times, @Nullable Times floor, int budget) {
    String ratio = floor == null ? "" : format("%.1f", times.p(95) / floor.p(95));
    row(
        what,
        times.toString(),
        floor == null ? "" : floor.toString(),
        ratio,
        "p95 ≤ " + budget,
        verdict(times.p(95) <= budget));
  }

  void figure(String what, String figure, String budget, boolean kept) {
    row(what, figure, "", "", budget, verdict(kept));
  }

  /// A row for what could not be measured.
  void failure(String what, Exception cause) {
    failed = true;
    row(what, cause.toString().lines().findFirst().orElse(""), "", "", "", "FAILED");
  }

  boolean failed() {
    return failed;
  }

  String text() {
    return String.join("\n", lines) + "\n";
  }

  static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }

  private static String verdict(boolean kept) {
    return kept ? "kept" : "MISSED";
  }

  private void row(
      String what, String figure, String floor, String ratio, String budget, String verdict) {
    String line =
        "| %s | %s | %s | %s | %s | %s |".formatted(what, figure, floor, ratio, budget, verdict);
    lines.add(line);
    System.out.println(line);
  }
}

package se.tillit.followup;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which round of reports is meant, and to whom; the yearly one to everybody where nothing else is
/// said.
record RoundForm(
    @Nullable String kind,
    @Nullable Integer period,
    @Nullable Integer part,
    @Nullable Integer everyMonths,
    @Nullable UUID body) {

  ReportPeriod about() {
    return new ReportPeriod(
        kind == null || kind.isBlank() ? "annual" : kind,
        period == null ? 0 : period,
        part == null ? 0 : part,
        everyMonths == null ? 12 : everyMonths);
  }
}

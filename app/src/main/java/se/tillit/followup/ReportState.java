package se.tillit.followup;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The life of a report: words are written in a draft, figures stand still from freezing on, and
/// only handling at a meeting ends it.
public enum ReportState {
  DRAFT,
  FROZEN,
  DELIVERED,
  HANDLED;

  private static final Map<ReportState, Set<ReportState>> MOVES =
      Map.of(
          DRAFT, Set.of(FROZEN),
          FROZEN, Set.of(DRAFT, DELIVERED),
          DELIVERED, Set.of(HANDLED),
          HANDLED, Set.of());

  boolean mayBecome(ReportState next) {
    return MOVES.getOrDefault(this, Set.of()).contains(next);
  }

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ReportState of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}

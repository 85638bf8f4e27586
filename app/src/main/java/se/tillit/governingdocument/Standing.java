package se.tillit.governingdocument;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where a text stands on a day. Only an adopted text comes into force, on its own first day and
/// without anybody's hand.
public enum Standing {
  DRAFT,
  /// Adopted, to come into force later.
  AWAITED,
  IN_FORCE,
  REPLACED,
  LAPSED;

  public static Standing on(
      LocalDate day, @Nullable LocalDate from, @Nullable LocalDate to, boolean replaced) {
    if (from == null) {
      return DRAFT;
    }
    boolean neverHolds = to != null && to.isBefore(from);
    if (day.isBefore(from) && !neverHolds) {
      return AWAITED;
    }
    if (!neverHolds && (to == null || !day.isAfter(to))) {
      return IN_FORCE;
    }
    return replaced ? REPLACED : LAPSED;
  }

  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

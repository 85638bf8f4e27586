package se.tillit.kernel;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Whole days from a first day to a last day, both included; no last day means until further
/// notice.
public record Period(LocalDate from, @Nullable LocalDate to) {

  public Period {
    if (to != null && to.isBefore(from)) {
      throw new Refused("kernel.period.ends-before-start", from, to);
    }
  }

  public static Period since(LocalDate from) {
    return new Period(from, null);
  }

  public boolean holds(LocalDate day) {
    return !day.isBefore(from) && (to == null || !day.isAfter(to));
  }

  public boolean overlaps(Period other) {
    return (to == null || !other.from.isAfter(to)) && (other.to == null || !from.isAfter(other.to));
  }
}

package se.tillit.improvement.goal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.web.State;

/// A goal as it stands today.
public record Goal(
    UUID id,
    String title,
    String description,
    String level,
    @Nullable UUID parent,
    @Nullable UUID body,
    @Nullable String bodyName,
    LocalDate from,
    LocalDate to,
    Measure measure,
    String state,
    String conclusion,
    Tally actions,
    int version) {

  /// How many actions serve it, and how many of them are open.
  public record Tally(int all, int open) {}

  /// What measures it: an indicator, whose target is a share in per cent, or a figure of its own
  /// that shall go from where it stood to its target. Now is none where nothing is measured.
  public record Measure(
      @Nullable String indicator,
      String unitWord,
      @Nullable BigDecimal baseline,
      BigDecimal target,
      @Nullable BigDecimal now) {

    boolean reached() {
      if (now == null) {
        return false;
      }
      boolean falling = baseline != null && baseline.compareTo(target) > 0;
      return falling ? now.compareTo(target) <= 0 : now.compareTo(target) >= 0;
    }

    /// How much of the way it has come, from none to 100; none where nothing is measured.
    public @Nullable Integer progress() {
      if (now == null) {
        return null;
      }
      BigDecimal from = baseline == null ? BigDecimal.ZERO : baseline;
      BigDecimal way = target.subtract(from);
      if (way.signum() == 0) {
        return reached() ? 100 : 0;
      }
      int percent =
          now.subtract(from)
              .multiply(BigDecimal.valueOf(100))
              .divide(way, 0, RoundingMode.HALF_UP)
              .intValue();
      return Math.clamp(percent, 0, 100);
    }
  }

  public boolean isOpen() {
    return state.equals("open");
  }

  /// Kept when reached, or when its own figure has come as far as its time has.
  public State standing(LocalDate today) {
    Integer progress = measure.progress();
    if (state.equals("reached")) {
      return State.KEPT;
    }
    if (state.equals("missed")) {
      return State.NOT_KEPT;
    }
    if (state.equals("dropped") || progress == null) {
      return State.NOT_MEASURED;
    }
    if (measure.reached()) {
      return State.KEPT;
    }
    if (today.isAfter(to)) {
      return State.NOT_KEPT;
    }
    long all = ChronoUnit.DAYS.between(from, to);
    long gone = Math.max(0, ChronoUnit.DAYS.between(from, today));
    boolean onCourse = measure.indicator() == null && progress * all >= gone * 100;
    return onCourse ? State.KEPT : State.AT_RISK;
  }
}

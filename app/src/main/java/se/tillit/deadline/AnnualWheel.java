package se.tillit.deadline;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import se.tillit.web.State;
import se.tillit.web.Words;

/// Draws a year of deadlines as a wheel: January at the top, clockwise.
final class AnnualWheel {

  private static final double CENTRE = 200;
  private static final double OUTER = 190;
  private static final double INNER = 92;
  private static final double LABEL = 143;
  private static final double GAP = Math.toRadians(0.8);

  private final Words words;
  private final LocalDate today;
  private final String address;

  /// @param address the list's address, to which `from` and `to` are added
  AnnualWheel(Words words, LocalDate today, String address) {
    this.words = words;
    this.today = today;
    this.address = address;
  }

  List<WheelMonth> draw(int year, List<MonthCount> months) {
    return months.stream().map(month -> month(year, month)).toList();
  }

  private WheelMonth month(int year, MonthCount count) {
    double start = Math.toRadians(30 * (count.month() - 1) - 90.0);
    double end = start + Math.toRadians(30);
    double middle = (start + end) / 2;
    LocalDate first = LocalDate.of(year, count.month(), 1);
    String name = Month.of(count.month()).getDisplayName(TextStyle.FULL_STANDALONE, words.locale());
    return new WheelMonth(
        name,
        words.t("deadline.wheel.month", name, count.total(), count.done(), count.overdue()),
        count.total(),
        count.done(),
        count.overdue(),
        stateOf(count, first),
        first.getYear() == today.getYear() && first.getMonth() == today.getMonth(),
        address + "&from=" + first + "&to=" + first.plusMonths(1).minusDays(1),
        sector(start + GAP, end - GAP),
        round(CENTRE + LABEL * Math.cos(middle)),
        round(CENTRE + LABEL * Math.sin(middle)));
  }

  /// Late makes the month red; what remains of this month and the next amber; all done green; else
  /// nothing is said.
  private State stateOf(MonthCount count, LocalDate first) {
    if (count.overdue() > 0) {
      return State.NOT_KEPT;
    }
    int left = count.total() - count.done();
    if (left > 0 && first.isBefore(today.plusDays(30))) {
      return State.AT_RISK;
    }
    return count.total() > 0 && left == 0 ? State.KEPT : State.NOT_MEASURED;
  }

  private static String sector(double start, double end) {
    return String.format(
        Locale.ROOT,
        "M%.1f %.1fA%.0f %.0f 0 0 1 %.1f %.1fL%.1f %.1fA%.0f %.0f 0 0 0 %.1f %.1fZ",
        x(OUTER, start),
        y(OUTER, start),
        OUTER,
        OUTER,
        x(OUTER, end),
        y(OUTER, end),
        x(INNER, end),
        y(INNER, end),
        INNER,
        INNER,
        x(INNER, start),
        y(INNER, start));
  }

  private static double x(double radius, double angle) {
    return CENTRE + radius * Math.cos(angle);
  }

  private static double y(double radius, double angle) {
    return CENTRE + radius * Math.sin(angle);
  }

  private static double round(double value) {
    return Math.round(value * 10) / 10.0;
  }
}

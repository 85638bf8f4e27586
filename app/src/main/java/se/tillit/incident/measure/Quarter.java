package se.tillit.incident.measure;

import java.time.Instant;
import java.time.LocalDate;
import se.tillit.kernel.Sweden;
import se.tillit.kernel.Unknown;

/// A quarter of a year.
public record Quarter(int year, int number) {

  private static final int MONTHS = 3;
  private static final int LAST = 4;

  public Quarter {
    if (number < 1 || number > LAST || year < 2000 || year > 2200) {
      throw new Unknown("quarter", year + "-" + number);
    }
  }

  static Quarter of(LocalDate day) {
    return new Quarter(day.getYear(), (day.getMonthValue() - 1) / MONTHS + 1);
  }

  /// `2026-4`.
  static Quarter parse(String text) {
    String[] parts = text.split("-", 2);
    try {
      return new Quarter(Integer.parseInt(parts[0]), Integer.parseInt(parts[parts.length - 1]));
    } catch (NumberFormatException e) {
      throw new Unknown("quarter", text);
    }
  }

  Quarter before() {
    return number == 1 ? new Quarter(year - 1, LAST) : new Quarter(year, number - 1);
  }

  public LocalDate from() {
    return LocalDate.of(year, (number - 1) * MONTHS + 1, 1);
  }

  public LocalDate to() {
    return from().plusMonths(MONTHS).minusDays(1);
  }

  Instant start() {
    return from().atStartOfDay(Sweden.ZONE).toInstant();
  }

  Instant end() {
    return to().plusDays(1).atStartOfDay(Sweden.ZONE).toInstant();
  }

  @Override
  public String toString() {
    return year + "-" + number;
  }
}

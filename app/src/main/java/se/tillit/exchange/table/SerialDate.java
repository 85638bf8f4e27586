package se.tillit.exchange.table;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/// Days as spreadsheets count them: the number 45000 is 15 March 2023.
final class SerialDate {

  /// The first serial number after 31 December 9999.
  static final double END = 2_958_466;

  /// Spreadsheets believe in 29 February 1900, so days before March that year stand one off.
  private static final LocalDate FROM_MARCH_1900 = LocalDate.of(1899, 12, 30);

  private static final LocalDate BEFORE_MARCH_1900 = LocalDate.of(1899, 12, 31);
  private static final LocalDate FROM_1904 = LocalDate.of(1904, 1, 1);
  private static final int MARCH_1900 = 61;
  private static final long MINUTES = 24 * 60;

  private SerialDate() {}

  static LocalDate day(long serial) {
    return (serial < MARCH_1900 ? BEFORE_MARCH_1900 : FROM_MARCH_1900).plusDays(serial);
  }

  /// To the minute: what spreadsheets keep is a fraction, and seconds are its rounding errors.
  static LocalDateTime moment(double serial, boolean from1904) {
    long minutes = Math.round(serial * MINUTES);
    long days = minutes / MINUTES;
    LocalDate day = from1904 ? FROM_1904.plusDays(days) : day(days);
    return day.atTime(LocalTime.MIDNIGHT).plus(minutes % MINUTES, ChronoUnit.MINUTES);
  }
}

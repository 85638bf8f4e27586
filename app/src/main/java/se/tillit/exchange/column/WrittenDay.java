package se.tillit.exchange.column;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A day as people write it: `2026-01-31`, `20260131`, `260131`, `31/1 2026`, `31.1.2026`, `31
/// januari 2026`, with or without a time of day, or the bare number of a spreadsheet.
final class WrittenDay {

  private static final Pattern TIME =
      Pattern.compile("[T ]\\d{1,2}[:.]\\d{2}([:.]\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:?\\d{2})?$");

  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})([-/.\u2010-\u2015 ])(\\d{1,2})\\2(\\d{1,2})");
  private static final Pattern COMPACT = Pattern.compile("(\\d{4}|\\d{2})(\\d{2})(\\d{2})");
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})(?:\\2|\\s)\\s*(\\d{4})");
  private static final Pattern WORDS =
      Pattern.compile("(?:den )?(\\d{1,2})[.:]?(?:[ea] )? ?(\\p{L}{3,9})\\.? (\\d{4})");

  /// From 1954 to 2119: a shorter or longer number is no day that a register holds.
  private static final Pattern SERIAL = Pattern.compile("([2-7]\\d{4})(?:[.,]\\d+)?");

  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

  private static final Map<String, Month> MONTHS = months();

  private WrittenDay() {}

  static Optional<LocalDate> read(String text) {
    String day = TIME.matcher(text.strip()).replaceFirst("").toLowerCase(Locale.ROOT);
    try {
      return Optional.ofNullable(parsed(day));
    } catch (DateTimeException impossible) {
      return Optional.empty();
    }
  }

  private static @Nullable LocalDate parsed(String day) {
    Matcher match = YEAR_FIRST.matcher(day);
    if (match.matches()) {
      return day(match.group(1), match.group(3), match.group(4));
    }
    match = COMPACT.matcher(day);
    if (match.matches()) {
      return day(century(match.group(1)), match.group(2), match.group(3));
    }
    match = DAY_FIRST.matcher(day);
    if (match.matches()) {
      return day(match.group(4), match.group(3), match.group(1));
    }
    match = WORDS.matcher(day);
    if (match.matches()) {
      @Nullable Month month = MONTHS.get(match.group(2).substring(0, 3));
      return month == null
          ? null
          : day(match.group(3), String.valueOf(month.getValue()), match.group(1));
    }
    match = SERIAL.matcher(day);
    return match.matches() ? DAY_ZERO.plusDays(Long.parseLong(match.group(1))) : null;
  }

  /// Assignments and agreements lie within fifty years of the turn of the century.
  private static String century(String year) {
    return year.length() == 4 ? year : (year.compareTo("50") < 0 ? "20" : "19") + year;
  }

  private static LocalDate day(String year, String month, String day) {
    return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
  }

  private static Map<String, Month> months() {
    Map<String, Month> months = new HashMap<>();
    for (Month month : Month.values()) {
      for (Locale language : Wording.LANGUAGES) {
        String name = month.getDisplayName(TextStyle.FULL, language);
        months.put(name.substring(0, 3).toLowerCase(Locale.ROOT), month);
      }
    }
    return months;
  }
}

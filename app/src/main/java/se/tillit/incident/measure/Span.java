package se.tillit.incident.measure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import se.tillit.kernel.Sweden;

/// The days that figures are told of, and the same days a year before.
record Span(LocalDate from, LocalDate to) {

  /// A calendar year, as far as it has come.
  static Span of(int year, LocalDate today) {
    LocalDate last = LocalDate.of(year, 12, 31);
    return new Span(LocalDate.of(year, 1, 1), last.isAfter(today) ? today : last);
  }

  Span yearBefore() {
    return new Span(from.minusYears(1), to.minusYears(1));
  }

  Instant start() {
    return from.atStartOfDay(Sweden.ZONE).toInstant();
  }

  Instant end() {
    return to.plusDays(1).atStartOfDay(Sweden.ZONE).toInstant();
  }

  boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  List<YearMonth> months() {
    YearMonth last = YearMonth.from(to);
    return Stream.iterate(YearMonth.from(from), it -> !it.isAfter(last), it -> it.plusMonths(1))
        .toList();
  }
}

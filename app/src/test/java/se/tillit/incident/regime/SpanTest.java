package se.tillit.incident.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The calendar's edges, each with the section that makes it matter.
class SpanTest {

  @ParameterizedTest(name = "{0}: {1} + {2}")
  @Tag("K-2b")
  @CsvSource({
    // legal source, start, span, end
    "CSL 2 kap. 5 §,      2026-11-21T08:00:00Z, 24 hours, 2026-11-22T08:00:00Z",
    "CSL 2 kap. 6 §,      2026-11-21T08:00:00Z, 72 hours, 2026-11-24T08:00:00Z",
    // summer time begins 2026-03-29: hours pass on the clock, 09:00 winter becomes 10:00 summer
    // time
    "CSL 2 kap. 5 §,      2026-03-28T08:00:00Z, 24 hours, 2026-03-29T08:00:00Z",
    "GDPR art. 33.1,      2026-03-27T22:30:00Z, 72 hours, 2026-03-30T22:30:00Z",
    // summer time ends 2026-10-25
    "CSL 2 kap. 5 §,      2026-10-24T08:00:00Z, 24 hours, 2026-10-25T08:00:00Z",
    "GDPR art. 33.1,      2026-10-23T22:30:00Z, 72 hours, 2026-10-26T22:30:00Z",
    // months: same day, same time of day in Sweden, the last day where there is no such day
    "CSL 2 kap. 8 §,      2026-11-21T08:00:00Z, 1 month,  2026-12-21T08:00:00Z",
    "CSL 2 kap. 8 §,      2027-01-31T09:00:00Z, 1 month,  2027-02-28T09:00:00Z",
    "CSL 2 kap. 8 §,      2028-01-31T09:00:00Z, 1 month,  2028-02-29T09:00:00Z",
    "CSL 2 kap. 8 §,      2026-03-31T07:00:00Z, 1 month,  2026-04-30T07:00:00Z",
    // across the changes the time of day in Sweden stays: 10:00 is 09:00Z in winter, 08:00Z in
    // summer
    "CSL 2 kap. 8 §,      2026-03-15T09:00:00Z, 1 month,  2026-04-15T08:00:00Z",
    "CSL 2 kap. 8 §,      2026-10-15T08:00:00Z, 1 month,  2026-11-15T09:00:00Z",
    // 02:30 does not exist on 2026-03-29 and is taken as 03:30
    "CSL 2 kap. 8 §,      2026-02-28T01:30:00Z, 1 month,  2026-03-28T01:30:00Z",
    "GDPR art. 12.3,      2026-01-29T01:30:00Z, 2 months, 2026-03-29T01:30:00Z",
    "CSL 2 kap. 2 §,      2026-03-20T11:00:00Z, 14 days,  2026-04-03T10:00:00Z",
    "CSL 2 kap. 2 §,      2026-10-20T10:00:00Z, 14 days,  2026-11-03T11:00:00Z",
    "GDPR art. 33.4 (IMY), 2028-02-15T10:00:00Z, 28 days,  2028-03-14T10:00:00Z",
    "GDPR art. 12.3,      2026-12-31T10:00:00Z, 2 months, 2027-02-28T10:00:00Z",
    "PSL 3 kap. 5 §,      2026-08-31T10:00:00Z, 2 months, 2026-10-31T11:00:00Z",
  })
  void countsHoursOnTheClockAndMonthsOnTheCalendar(
      String source, Instant start, String span, Instant end) {
    assertThat(Span.read(span).orElseThrow().after(start)).as(source).isEqualTo(end);
  }

  @Test
  void readsWhatItWrites() {
    assertThat(Span.read("1 month").orElseThrow()).hasToString("1 month");
    assertThat(Span.read("72 hours").orElseThrow()).hasToString("72 hours");
    assertThat(Span.read("72 timmar")).isEmpty();
    assertThat(Span.read("0 hours")).isEmpty();
  }
}

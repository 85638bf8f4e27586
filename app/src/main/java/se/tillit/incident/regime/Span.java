package se.tillit.incident.regime;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.tillit.kernel.Sweden;

/// A length of time as a statute counts it: hours pass on the clock, days and months on the
/// calendar of Europe/Stockholm. 31 January and a month is the last of February; a day across a
/// change to summer time ends at the same time of day.
public record Span(int amount, Unit unit) {

  private static final Pattern TEXT = Pattern.compile("(\\d{1,4}) (hour|day|month)s?");

  /// What is counted.
  public enum Unit {
    HOUR,
    DAY,
    MONTH
  }

  /// Reads `24 hours`, `14 days` or `1 month`.
  public static Optional<Span> read(String text) {
    Matcher found = TEXT.matcher(text.strip());
    if (!found.matches() || Integer.parseInt(found.group(1)) == 0) {
      return Optional.empty();
    }
    Unit unit = Unit.valueOf(found.group(2).toUpperCase(Locale.ROOT));
    return Optional.of(new Span(Integer.parseInt(found.group(1)), unit));
  }

  public Instant after(Instant start) {
    return switch (unit) {
      case HOUR -> start.plus(Duration.ofHours(amount));
      case DAY -> start.atZone(Sweden.ZONE).plusDays(amount).toInstant();
      case MONTH -> start.atZone(Sweden.ZONE).plusMonths(amount).toInstant();
    };
  }

  public Instant before(Instant end) {
    return switch (unit) {
      case HOUR -> end.minus(Duration.ofHours(amount));
      case DAY -> end.atZone(Sweden.ZONE).minusDays(amount).toInstant();
      case MONTH -> end.atZone(Sweden.ZONE).minusMonths(amount).toInstant();
    };
  }

  /// The message that says it: `incident.span.hour` with the amount.
  public String messageKey() {
    return "incident.span." + unit.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    String word = unit.name().toLowerCase(Locale.ROOT);
    return amount + " " + word + (amount == 1 ? "" : "s");
  }
}

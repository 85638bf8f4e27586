package se.tillit.incident.regime;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One rung of an escalation ladder: who is told, and how long before the last moment or after the
/// start. Advice, not law.
///
/// @param tell roles by their keys, and `handler` for the one who handles the case
public record Rung(Side side, @Nullable Span span, List<String> tell) {

  private static final Pattern TEXT = Pattern.compile("(.+) (before|after start|after due)");

  /// Which moment it is measured from.
  public enum Side {
    AFTER_START,
    BEFORE_DUE,
    AFTER_DUE
  }

  public Rung {
    tell = List.copyOf(tell);
  }

  /// Reads `12 hours before`, `1 hour after start`, `at due` or `at start`.
  static Optional<Rung> read(String when, List<String> tell) {
    if (when.equals("at due")) {
      return Optional.of(new Rung(Side.BEFORE_DUE, null, tell));
    }
    if (when.equals("at start")) {
      return Optional.of(new Rung(Side.AFTER_START, null, tell));
    }
    Matcher found = TEXT.matcher(when);
    if (!found.matches()) {
      return Optional.empty();
    }
    Side side =
        switch (found.group(2)) {
          case "before" -> Side.BEFORE_DUE;
          case "after start" -> Side.AFTER_START;
          default -> Side.AFTER_DUE;
        };
    return Span.read(found.group(1)).map(span -> new Rung(side, span, tell));
  }

  /// When to tell; never where it is measured from a last moment that there is not.
  public Optional<Instant> at(Instant base, @Nullable Instant due) {
    if (side == Side.AFTER_START) {
      return Optional.of(span == null ? base : span.after(base));
    }
    if (due == null) {
      return Optional.empty();
    }
    if (span == null) {
      return Optional.of(due);
    }
    Instant at = side == Side.BEFORE_DUE ? span.before(due) : span.after(due);
    // A reminder from before the clock began has nothing to remind of.
    return at.isBefore(base) ? Optional.empty() : Optional.of(at);
  }
}

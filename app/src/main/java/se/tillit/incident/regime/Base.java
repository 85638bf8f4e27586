package se.tillit.incident.regime;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a step's time is counted from, and so when the step opens.
///
/// @param step the step whose submission opens this one; empty for the start and for a request
public record Base(From from, String step) {

  private static final Pattern SUBMISSION = Pattern.compile("from submission of ([a-z-]+)");
  private static final Pattern HANDLED = Pattern.compile("from handled after ([a-z-]+)");
  private static final Pattern INSTEAD = Pattern.compile("instead of ([a-z-]+)");

  /// The kinds of beginning.
  public enum From {
    START,
    SUBMISSION,
    HANDLED,
    REQUEST,
    INSTEAD
  }

  static Optional<Base> read(String text) {
    String words = text.strip();
    if (words.equals("from start")) {
      return Optional.of(new Base(From.START, ""));
    }
    if (words.equals("from request")) {
      return Optional.of(new Base(From.REQUEST, ""));
    }
    return one(From.SUBMISSION, SUBMISSION, words)
        .or(() -> one(From.HANDLED, HANDLED, words))
        .or(() -> one(From.INSTEAD, INSTEAD, words));
  }

  private static Optional<Base> one(From from, Pattern pattern, String words) {
    Matcher found = pattern.matcher(words);
    return found.matches() ? Optional.of(new Base(from, found.group(1))) : Optional.empty();
  }
}

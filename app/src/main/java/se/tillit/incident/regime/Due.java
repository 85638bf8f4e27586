package se.tillit.incident.regime;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// When a step shall be done: a limit that the law sets, or a word such as "promptly" with an
/// advice that is ours and not the law's.
///
/// @param advice how soon we suggest it is done where there is no limit
public record Due(Manner manner, @Nullable Span limit, @Nullable Span advice) {

  /// How the time is set.
  public enum Manner {
    LIMIT("limit"),
    REQUESTED("on request"),
    AGREED("as agreed"),
    UNDUE_OR_AGREED("without undue delay, or as agreed"),
    SAME("with"),
    SOON("as soon as possible"),
    UNDUE("without undue delay"),
    PROMPTLY("promptly"),
    AT_ONCE("at once"),
    ONGOING("ongoing"),
    NEXT_MEETING("at the next meeting"),
    NO_LIMIT("no limit in law");

    private final String words;

    Manner(String words) {
      this.words = words;
    }

    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Manner> of(String words) {
      return Arrays.stream(values()).filter(it -> it.words.equals(words)).findFirst();
    }
  }

  /// Reads `72 hours`, `promptly` or `with slutrapport`.
  static Optional<Due> read(String text, @Nullable Span advice) {
    Optional<Span> limit = Span.read(text);
    if (limit.isPresent()) {
      return Optional.of(new Due(Manner.LIMIT, limit.get(), advice));
    }
    String words = text.startsWith("with ") ? "with" : text.strip();
    boolean undue = text.startsWith("without");
    return Manner.of(undue ? text.strip() : words)
        .filter(it -> it != Manner.LIMIT)
        .map(it -> new Due(it, null, advice));
  }

  /// The last moment that is law or agreement, none where there is no limit.
  ///
  /// @param agreed the time typed for this clock, from a contract or a policy
  public @Nullable Instant deadline(Instant base, @Nullable Span agreed) {
    return switch (manner) {
      case LIMIT -> limit == null ? null : limit.after(base);
      case AGREED, UNDUE_OR_AGREED -> agreed == null ? null : agreed.after(base);
      default -> null;
    };
  }

  /// The moment we advise, where there is no deadline.
  public @Nullable Instant advised(Instant base) {
    return advice == null ? null : advice.after(base);
  }

  /// Whether the time may be typed for each clock.
  public boolean isAgreed() {
    return manner == Manner.AGREED || manner == Manner.UNDUE_OR_AGREED;
  }
}

package se.tillit.deadline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.tillit.web.Due;
import se.tillit.web.Words;

/// Says deadlines and things to do in the reader's language.
final class Sentences {

  private Sentences() {}

  /// `asset.confirmation` is said by the message `asset.deadline.confirmation`.
  static String key(String kind, String what) {
    int dot = kind.indexOf('.');
    return kind.substring(0, dot) + "." + what + kind.substring(dot);
  }

  static String deadline(Words words, String kind, String label) {
    return words.t(key(kind, "deadline"), label);
  }

  static String todo(Words words, String kind, String label) {
    return words.t(key(kind, "todo"), label);
  }

  static @Nullable Due due(@Nullable LocalDate day, LocalDate today) {
    return day == null ? null : Due.of(day, today);
  }
}

package se.tillit.followup;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A day as typed in a form.
final class Days {

  private Days() {}

  static @Nullable LocalDate typed(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeException malformed) {
      return null;
    }
  }
}

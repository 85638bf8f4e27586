package se.tillit.followup;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.tillit.kernel.Refused;

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

  /// A day in an address, null when none is said; a malformed one is refused.
  static @Nullable LocalDate asked(@Nullable String text) {
    LocalDate day = typed(text);
    if (day == null && text != null && !text.isBlank()) {
      throw new Refused("followup.day.malformed", text).at("day");
    }
    return day;
  }
}

package se.tillit.organisation.body;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import se.tillit.kernel.Refused;

/// A term of office as somebody types it.
public record TermForm(
    @Nullable String kind, @Nullable String from, @Nullable String to, @Nullable String source) {

  LocalDate firstDay() {
    return day("from", from);
  }

  LocalDate lastDay() {
    return day("to", to);
  }

  private static LocalDate day(String field, @Nullable String typed) {
    try {
      return LocalDate.parse(typed == null ? "" : typed.strip());
    } catch (DateTimeParseException notADay) {
      throw (Refused) new Refused("exchange.table.cell.not-a-day").at(field).initCause(notADay);
    }
  }
}

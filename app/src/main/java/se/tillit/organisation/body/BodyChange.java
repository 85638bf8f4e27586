package se.tillit.organisation.body;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import se.tillit.kernel.Refused;

/// What becomes of a body or a legal entity.
///
/// @param detail how a body writes its diary numbers, or the number of a legal entity
/// @param last its last day; none as long as it stands
public record BodyChange(String name, @Nullable String detail, @Nullable LocalDate last) {

  static BodyChange of(@Nullable String name, @Nullable String detail, @Nullable LocalDate last) {
    return new BodyChange(
        BodyController.named(name == null ? "" : name),
        detail == null || detail.isBlank() ? null : detail.strip(),
        last);
  }

  /// The same as somebody types it.
  public record Typed(@Nullable String name, @Nullable String detail, @Nullable String last) {

    BodyChange change() {
      try {
        return of(name, detail, last == null || last.isBlank() ? null : LocalDate.parse(last));
      } catch (DateTimeParseException notADay) {
        throw (Refused) new Refused("exchange.table.cell.not-a-day").at("last").initCause(notADay);
      }
    }
  }
}

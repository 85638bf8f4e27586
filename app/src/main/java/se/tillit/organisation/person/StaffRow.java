package se.tillit.organisation.person;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One assignment as a spreadsheet has it, in the way that an import reads it back.
///
/// @param number what the payroll system calls the person; else the id by which Tillit knows her
record StaffRow(
    UUID person,
    UUID assignment,
    String number,
    @Nullable String givenName,
    @Nullable String familyName,
    @Nullable String email,
    @Nullable String unit,
    @Nullable String body,
    String kind,
    String title,
    Span span,
    boolean hidden) {

  /// From the first day, to the last where it is known.
  record Span(LocalDate from, @Nullable LocalDate to) {}
}

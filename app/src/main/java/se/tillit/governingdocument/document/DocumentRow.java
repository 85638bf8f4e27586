package se.tillit.governingdocument.document;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.governingdocument.DocumentLevel;
import se.tillit.governingdocument.Standing;

/// A document in the register, with the edition that says most about it: the one in force, else the
/// newest.
public record DocumentRow(
    UUID id,
    String title,
    DocumentLevel level,
    @Nullable UUID parent,
    String ownerRole,
    String ownerName,
    @Nullable String bodyName,
    Newest newest,
    int clauses,
    int bound,
    int version) {

  /// The edition that the row shows.
  public record Newest(
      UUID edition,
      int number,
      Standing standing,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable LocalDate revision) {

    /// Whether the revision should have been decided before a day.
    public boolean isOverdue(LocalDate today) {
      return standing == Standing.IN_FORCE && revision != null && revision.isBefore(today);
    }
  }
}

package se.tillit.governingdocument.document;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.governingdocument.DocumentLevel;
import se.tillit.governingdocument.Revision;
import se.tillit.governingdocument.Standing;

/// A document in the register, with the edition that says most about it: the one in force, else the
/// newest.
public record DocumentRow(
    UUID id,
    String title,
    String number,
    DocumentLevel level,
    @Nullable UUID parent,
    String ownerRole,
    Place place,
    String ownerName,
    @Nullable String bodyName,
    Newest newest,
    int clauses,
    int bound,
    int version) {

  /// Who owns it by name, for which body it holds, and when it is revised.
  public record Place(@Nullable UUID owner, @Nullable UUID body, Revision revision) {}

  /// What is known of it beside its text.
  public NewDocument head() {
    return new NewDocument(
        title, number, level, ownerRole, place.owner(), parent, place.body(), place.revision());
  }

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

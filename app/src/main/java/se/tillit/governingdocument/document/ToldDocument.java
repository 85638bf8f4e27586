package se.tillit.governingdocument.document;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.governingdocument.Revision;

/// A document as the API tells it, with the edition that says most about it.
public record ToldDocument(
    UUID id,
    String title,
    String number,
    String level,
    @Nullable UUID parent,
    String ownerRole,
    @Nullable UUID owner,
    @Nullable UUID body,
    Revision revisionRule,
    int edition,
    String standing,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable LocalDate revision,
    int clauses,
    int bound) {

  public static ToldDocument of(DocumentRow row) {
    var newest = row.newest();
    return new ToldDocument(
        row.id(),
        row.title(),
        row.number(),
        row.level().key(),
        row.parent(),
        row.ownerRole(),
        row.place().owner(),
        row.place().body(),
        row.place().revision(),
        newest.number(),
        newest.standing().key(),
        newest.from(),
        newest.to(),
        newest.revision(),
        row.clauses(),
        row.bound());
  }
}

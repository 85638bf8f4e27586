package se.tillit.governingdocument.document;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.governingdocument.Standing;

/// One text of a document, with the way to its decision.
public record Edition(
    UUID id,
    UUID document,
    int number,
    String sourceName,
    Standing standing,
    Validity validity,
    List<Step> steps,
    int version) {

  /// From when to when, by whose decision, and when it must be taken up again.
  public record Validity(
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable LocalDate adopted,
      @Nullable String adoptedBy,
      @Nullable LocalDate revision) {}

  /// A body that has dealt with it: day, paragraph of the minutes, diary number.
  public record Step(
      UUID body, String bodyName, LocalDate day, String paragraph, String reference) {}
}

package se.tillit.governingdocument.clause;

import java.util.List;
import java.util.UUID;
import se.tillit.governingdocument.demand.Kind;
import se.tillit.governingdocument.demand.Strength;
import se.tillit.governingdocument.text.Passage.Form;

/// A sentence or item of an edition: what demands, and what is context.
///
/// @param id the same from edition to edition while the words stand
public record Clause(
    UUID id,
    int position,
    Place place,
    String text,
    String leadIn,
    Meaning meaning,
    Review review,
    List<Binding> bindings,
    int version) {

  /// Where the words stand: section, form, indentation, mark before them, paragraph.
  public record Place(int section, Form form, int level, String marker, int paragraph) {}

  /// What the clause says: of what kind, how strongly, on whom, how often, and who is to be told.
  public record Meaning(
      Kind kind, Strength strength, String role, String cadence, List<String> recipients) {

    public static final Meaning CONTEXT =
        new Meaning(Kind.CONTEXT, Strength.NONE, "", "", List.of());
  }

  /// How far a person has looked at it.
  public enum Review {
    PROPOSED,
    ACCEPTED,
    EDITED
  }

  /// The clause with other words or another meaning.
  Clause reading(String otherText, Meaning otherMeaning, Review otherReview) {
    return new Clause(
        id, position, place, otherText, leadIn, otherMeaning, otherReview, bindings, version);
  }

  /// Its first words, to name it by.
  String shortened() {
    return text.length() <= 120 ? text : text.substring(0, 117) + "…";
  }

  /// True for what somebody must do or answers for: what conformance asks about.
  public boolean demands() {
    return meaning.kind() == Kind.DEMAND || meaning.kind() == Kind.ROLE_DUTY;
  }
}

package se.tillit.governingdocument.document;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.governingdocument.DocumentLevel;
import se.tillit.governingdocument.Revision;

/// What is known of a document beside its text.
///
/// @param number its own number in the municipality's list, empty when it has none
/// @param ownerRole the role that answers for the text (`Role.key()` or another duty)
/// @param parent the document it stands under
/// @param body whose operations it holds for; null for the whole municipality
public record NewDocument(
    String title,
    String number,
    DocumentLevel level,
    String ownerRole,
    @Nullable UUID ownerPerson,
    @Nullable UUID parent,
    @Nullable UUID body,
    Revision revision) {

  public static NewDocument of(String title, DocumentLevel level) {
    return new NewDocument(title, "", level, "coordinator", null, null, null, Revision.eachTerm());
  }

  public NewDocument ownedBy(@Nullable UUID person) {
    return new NewDocument(title, number, level, ownerRole, person, parent, body, revision);
  }

  public NewDocument under(@Nullable UUID other) {
    return new NewDocument(title, number, level, ownerRole, ownerPerson, other, body, revision);
  }

  public NewDocument forBody(@Nullable UUID chosen) {
    return new NewDocument(title, number, level, ownerRole, ownerPerson, parent, chosen, revision);
  }

  public NewDocument revised(Revision chosen) {
    return new NewDocument(title, number, level, ownerRole, ownerPerson, parent, body, chosen);
  }

  public NewDocument numbered(String chosen) {
    return new NewDocument(title, chosen, level, ownerRole, ownerPerson, parent, body, revision);
  }
}

package se.tillit.governingdocument.document;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.governingdocument.DocumentLevel;
import se.tillit.governingdocument.Revision;

/// What is known of a document beside its text.
///
/// @param ownerRole the role that answers for the text (`Role.key()` or another duty)
/// @param parent the document it stands under
/// @param body whose operations it holds for; null for the whole municipality
public record NewDocument(
    String title,
    DocumentLevel level,
    String ownerRole,
    @Nullable UUID ownerPerson,
    @Nullable UUID parent,
    @Nullable UUID body,
    Revision revision) {

  public static NewDocument of(String title, DocumentLevel level) {
    return new NewDocument(title, level, "coordinator", null, null, null, Revision.eachTerm());
  }

  public NewDocument ownedBy(@Nullable UUID person) {
    return new NewDocument(title, level, ownerRole, person, parent, body, revision);
  }

  public NewDocument under(@Nullable UUID other) {
    return new NewDocument(title, level, ownerRole, ownerPerson, other, body, revision);
  }

  public NewDocument forBody(@Nullable UUID chosen) {
    return new NewDocument(title, level, ownerRole, ownerPerson, parent, chosen, revision);
  }

  public NewDocument revised(Revision chosen) {
    return new NewDocument(title, level, ownerRole, ownerPerson, parent, body, chosen);
  }
}

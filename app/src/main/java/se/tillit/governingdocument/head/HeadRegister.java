package se.tillit.governingdocument.head;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.governingdocument.Revision;
import se.tillit.governingdocument.adoption.AdoptionRegister;
import se.tillit.governingdocument.document.DocumentRegister;
import se.tillit.governingdocument.document.NewDocument;
import se.tillit.kernel.Refused;

/// Changes a document's head and lets the day of its revision follow (M-1b).
@Component
class HeadRegister {

  private final DocumentRegister documents;
  private final AdoptionRegister adoption;
  private final HeadChoices choices;

  HeadRegister(DocumentRegister documents, AdoptionRegister adoption, HeadChoices choices) {
    this.documents = documents;
    this.adoption = adoption;
    this.choices = choices;
  }

  /// @param revisionDay for a document that is revised by hand
  @Transactional
  void change(UUID document, NewDocument wanted, @Nullable LocalDate revisionDay, int version) {
    NewDocument before = documents.find(document).head();
    UUID owner = wanted.ownerPerson();
    if (owner != null && !owner.equals(before.ownerPerson()) && !choices.isPerson(owner)) {
      throw new Refused("governingdocument.owner.unknown").at("owner");
    }
    UUID body = wanted.body();
    if (body != null && !body.equals(before.body()) && !choices.isBody(body)) {
      throw new Refused("governingdocument.adopt.body-unknown").at("body");
    }
    documents.change(document, wanted, version);
    boolean byHand = wanted.revision().rule().equals(Revision.BY_HAND);
    if (byHand || !Objects.equals(before.revision(), wanted.revision())) {
      adoption.followRule(document, revisionDay);
    }
  }
}

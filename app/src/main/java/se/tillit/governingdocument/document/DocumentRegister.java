package se.tillit.governingdocument.document;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.governingdocument.Standing;
import se.tillit.governingdocument.clause.ClauseRegister;
import se.tillit.governingdocument.clause.ClauseWriter;
import se.tillit.governingdocument.clause.Section;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Unknown;

/// The municipality's governing documents (M-1a): taken in as text, kept through their editions.
@Component
public class DocumentRegister {

  private final DocumentStore store;
  private final ClauseWriter writer;
  private final ClauseRegister clauses;
  private final Trail trail;

  DocumentRegister(DocumentStore store, ClauseWriter writer, ClauseRegister clauses, Trail trail) {
    this.store = store;
    this.writer = writer;
    this.clauses = clauses;
    this.trail = trail;
  }

  @Transactional(readOnly = true)
  public List<DocumentRow> all() {
    return store.all();
  }

  @Transactional(readOnly = true)
  public DocumentRow find(UUID document) {
    return store.find(document).orElseThrow(() -> new Unknown("document", document));
  }

  /// The editions of a document, the newest first.
  @Transactional(readOnly = true)
  public List<Edition> editions(UUID document) {
    find(document);
    return store.editions(document);
  }

  /// Takes in a new document as a draft; its clauses are proposed.
  @Transactional
  public UUID create(NewDocument wanted, SourceText source) {
    if (wanted.title().isBlank()) {
      throw new Refused("governingdocument.title.missing").at("title");
    }
    if (!wanted.number().isEmpty() && store.isTaken(wanted.number(), null)) {
      throw new Refused("governingdocument.number.taken", wanted.number()).at("number");
    }
    UUID document = store.insert(wanted);
    UUID edition = store.insertEdition(document, source);
    writer.write(edition, source.structure(), List.of());
    trail.record(
        "governingdocument.drafted",
        Subject.of("document", document, wanted.title()),
        Detail.of("level", wanted.level().key()).with("file", source.name()));
    return document;
  }

  /// Takes in a new text of a document. Clauses whose words stand keep their id and bindings.
  @Transactional
  public UUID redraft(UUID document, SourceText source) {
    DocumentRow row = find(document);
    Edition newest = store.editions(document).getFirst();
    if (newest.standing() == Standing.DRAFT) {
      throw new Refused("governingdocument.edition.draft-exists");
    }
    List<Section> before = clauses.sections(newest.id());
    UUID edition = store.insertEdition(document, source);
    writer.write(edition, source.structure(), before);
    trail.record(
        "governingdocument.redrafted",
        Subject.of("document", document, row.title()),
        Detail.of("edition", newest.number() + 1).with("file", source.name()));
    return edition;
  }

  /// Changes what is known of a document beside its text; its level stands.
  @Transactional
  public void change(UUID document, NewDocument wanted, int version) {
    DocumentRow before = find(document);
    if (wanted.title().isBlank()) {
      throw new Refused("governingdocument.title.missing").at("title");
    }
    checkParent(document, wanted.parent());
    if (!wanted.number().isEmpty() && store.isTaken(wanted.number(), document)) {
      throw new Refused("governingdocument.number.taken", wanted.number()).at("number");
    }
    store.update(document, wanted, version);
    NewDocument was = before.head();
    trail.record(
        "governingdocument.changed",
        Subject.of("document", document, wanted.title()),
        Detail.none()
            .changed("title", was.title(), wanted.title())
            .changed("number", was.number(), wanted.number())
            .changed("ownerRole", was.ownerRole(), wanted.ownerRole())
            .changed("owner", was.ownerPerson(), wanted.ownerPerson())
            .changed("parent", was.parent(), wanted.parent())
            .changed("body", was.body(), wanted.body())
            .changed("revision", was.revision(), wanted.revision()));
  }

  private void checkParent(UUID document, @Nullable UUID parent) {
    if (parent == null) {
      return;
    }
    if (document.equals(parent)) {
      throw new Refused("governingdocument.parent.itself").at("parent");
    }
    Map<UUID, DocumentRow> known = new HashMap<>();
    store.all().forEach(row -> known.put(row.id(), row));
    if (!known.containsKey(parent)) {
      throw new Refused("governingdocument.parent.unknown").at("parent");
    }
    Set<UUID> seen = new HashSet<>();
    for (DocumentRow above = known.get(parent); above != null && seen.add(above.id()); ) {
      UUID next = above.parent();
      if (document.equals(next)) {
        throw new Refused("governingdocument.parent.below").at("parent");
      }
      above = next == null ? null : known.get(next);
    }
  }
}

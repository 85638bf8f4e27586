package se.tillit.governingdocument.document;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import se.tillit.governingdocument.DocumentLevel;
import se.tillit.governingdocument.GoverningDocumentPermissions;
import se.tillit.governingdocument.Revision;
import se.tillit.governingdocument.clause.Binding;
import se.tillit.governingdocument.clause.Clause;
import se.tillit.governingdocument.clause.ClauseRegister;
import se.tillit.governingdocument.clause.Section;
import se.tillit.identity.Requires;
import se.tillit.kernel.Refused;
import se.tillit.web.Etag;

/// Governing documents through the API.
@RestController
class DocumentResource {

  private final DocumentRegister register;
  private final ClauseRegister clauses;

  DocumentResource(DocumentRegister register, ClauseRegister clauses) {
    this.register = register;
    this.clauses = clauses;
  }

  /// A new document; `level` is policy, provision, guideline, rule, instruction or routine.
  record Wanted(
      @Nullable String title,
      @Nullable String number,
      @Nullable String level,
      @Nullable String text,
      @Nullable String ownerRole,
      @Nullable UUID owner,
      @Nullable UUID parent,
      @Nullable UUID body,
      @Nullable String revisionRule,
      @Nullable Integer revisionYears,
      @Nullable Integer revisionMonths) {}

  /// A list of documents; there are never so many that they need pages.
  record Documents(List<ToldDocument> items) {}

  /// A clause: `kind` tells what demands and what is context.
  record ToldClause(
      UUID id,
      String section,
      String heading,
      String text,
      String kind,
      String strength,
      String role,
      String cadence,
      List<String> recipients,
      String review,
      List<Binding> bindings,
      int version) {}

  /// The clauses of the edition that says most about the document.
  record Clauses(List<ToldClause> items) {}

  @Requires(GoverningDocumentPermissions.READ)
  @GetMapping("/api/v1/{tenant}/documents")
  Documents list() {
    return new Documents(register.all().stream().map(ToldDocument::of).toList());
  }

  @Requires(GoverningDocumentPermissions.READ)
  @GetMapping("/api/v1/{tenant}/documents/{id}")
  ResponseEntity<ToldDocument> show(@PathVariable UUID id) {
    DocumentRow row = register.find(id);
    return ResponseEntity.ok().eTag(Etag.of(row.version())).body(ToldDocument.of(row));
  }

  @Requires(value = GoverningDocumentPermissions.WRITE, everywhere = true)
  @PostMapping("/api/v1/{tenant}/documents")
  ResponseEntity<ToldDocument> create(@PathVariable String tenant, @RequestBody Wanted wanted) {
    UUID id = register.create(newDocument(wanted), SourceText.pasted(text(wanted.text())));
    return ResponseEntity.created(URI.create("/api/v1/" + tenant + "/documents/" + id))
        .body(ToldDocument.of(register.find(id)));
  }

  @Requires(GoverningDocumentPermissions.READ)
  @GetMapping("/api/v1/{tenant}/documents/{id}/clauses")
  Clauses clauses(@PathVariable UUID id) {
    DocumentRow row = register.find(id);
    return new Clauses(
        clauses.sections(row.newest().edition()).stream()
            .flatMap(section -> section.clauses().stream().map(it -> told(section, it)))
            .toList());
  }

  private static NewDocument newDocument(Wanted wanted) {
    String level = wanted.level();
    String rule = wanted.revisionRule();
    Integer months = wanted.revisionMonths();
    String role = wanted.ownerRole();
    if (level == null) {
      throw new Refused("governingdocument.level.missing").at("level");
    }
    return new NewDocument(
        text(wanted.title()),
        text(wanted.number()).strip(),
        DocumentLevel.of(level),
        role == null ? "coordinator" : role,
        wanted.owner(),
        wanted.parent(),
        wanted.body(),
        rule == null
            ? Revision.eachTerm()
            : new Revision(rule, wanted.revisionYears(), months == null ? 6 : months));
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given;
  }

  private static ToldClause told(Section section, Clause clause) {
    var meaning = clause.meaning();
    return new ToldClause(
        clause.id(),
        section.number(),
        section.title(),
        clause.text(),
        meaning.kind().name(),
        meaning.strength().name(),
        meaning.role(),
        meaning.cadence(),
        meaning.recipients(),
        clause.review().name(),
        clause.bindings(),
        clause.version());
  }
}

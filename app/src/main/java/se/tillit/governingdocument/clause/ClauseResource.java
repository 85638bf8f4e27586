package se.tillit.governingdocument.clause;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import se.tillit.governingdocument.GoverningDocumentPermissions;
import se.tillit.governingdocument.demand.Kind;
import se.tillit.governingdocument.demand.Strength;
import se.tillit.identity.Requires;
import se.tillit.kernel.Refused;
import se.tillit.web.Etag;

/// Clauses through the API: settle, split, merge, bind, and accept what is proposed.
@RestController
class ClauseResource {

  private final ClauseRegister register;
  private final ClauseCutting cutting;

  ClauseResource(ClauseRegister register, ClauseCutting cutting) {
    this.register = register;
    this.cutting = cutting;
  }

  /// What a clause shall be taken to mean.
  record Wanted(
      @Nullable Kind kind,
      @Nullable Strength strength,
      @Nullable String role,
      @Nullable String cadence,
      @Nullable List<String> recipients) {}

  /// Where a clause is cut: the first character of the second part, or all parts in full.
  record Cut(@Nullable Integer offset, @Nullable List<String> parts) {}

  /// The clause that stands there now: another than before when the words were shared with the
  /// edition in force.
  record Standing(UUID clause) {}

  /// How many proposals were accepted.
  record Accepted(int clauses) {}

  @Requires(value = GoverningDocumentPermissions.WRITE, everywhere = true)
  @PutMapping("/api/v1/{tenant}/documents/{id}/clauses/{clause}")
  ResponseEntity<Void> update(
      @PathVariable UUID id,
      @PathVariable UUID clause,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody Wanted wanted) {
    Clause.Meaning before = register.find(id, clause).meaning();
    if (wanted.kind() == null) {
      throw new Refused("governingdocument.clause.kind-missing").at("kind");
    }
    register.settle(
        id,
        clause,
        new Clause.Meaning(
            wanted.kind(),
            wanted.strength() == null ? before.strength() : wanted.strength(),
            wanted.role() == null ? "" : wanted.role(),
            wanted.cadence() == null ? "" : wanted.cadence(),
            wanted.recipients() == null ? List.of() : wanted.recipients()),
        Etag.demanded(ifMatch));
    return ResponseEntity.noContent().build();
  }

  @Requires(value = GoverningDocumentPermissions.WRITE, everywhere = true)
  @PutMapping("/api/v1/{tenant}/documents/{id}/clauses/{clause}/bindings")
  Standing bind(
      @PathVariable UUID id,
      @PathVariable UUID clause,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody List<Binding> bindings) {
    return new Standing(register.bind(id, clause, bindings, Etag.demanded(ifMatch)));
  }

  @Requires(value = GoverningDocumentPermissions.WRITE, everywhere = true)
  @PostMapping("/api/v1/{tenant}/documents/{id}/clauses/{clause}/split")
  Standing split(
      @PathVariable UUID id,
      @PathVariable UUID clause,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody Cut cut) {
    int version = Etag.demanded(ifMatch);
    if (cut.parts() != null) {
      return new Standing(cutting.divide(id, clause, cut.parts(), version));
    }
    int offset = cut.offset() == null ? 0 : cut.offset();
    return new Standing(cutting.split(id, clause, offset, version));
  }

  @Requires(value = GoverningDocumentPermissions.WRITE, everywhere = true)
  @PostMapping("/api/v1/{tenant}/documents/{id}/clauses/{clause}/merge")
  Standing merge(
      @PathVariable UUID id,
      @PathVariable UUID clause,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
    return new Standing(cutting.merge(id, clause, Etag.demanded(ifMatch)));
  }

  @Requires(value = GoverningDocumentPermissions.WRITE, everywhere = true)
  @PostMapping("/api/v1/{tenant}/documents/{id}/clauses/acceptance")
  Accepted acceptAll(@PathVariable UUID id) {
    return new Accepted(register.acceptAll(id));
  }
}

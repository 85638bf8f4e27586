package se.tillit.governingdocument.clause;

import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import se.tillit.governingdocument.GoverningDocumentPermissions;
import se.tillit.identity.Requires;

/// What changed clauses may take over from those before them, through the API.
@RestController
class InheritanceResource {

  private final ClauseInheritance inheritance;

  InheritanceResource(ClauseInheritance inheritance) {
    this.inheritance = inheritance;
  }

  /// A clause with changed words, those it comes from, and the figures that it may keep.
  record Waiting(UUID clause, List<UUID> from, List<Binding> bindings, boolean reportDuty) {}

  /// Every clause with something to keep.
  record AllWaiting(List<Waiting> items) {}

  /// For how many clauses the figures were kept.
  record Kept(int clauses) {}

  @Requires(GoverningDocumentPermissions.READ)
  @GetMapping("/api/v1/{tenant}/documents/{id}/inheritance")
  AllWaiting list(@PathVariable UUID id) {
    return new AllWaiting(
        inheritance.waiting(id).entrySet().stream()
            .map(it ->
                new Waiting(
                    it.getKey(),
                    it.getValue().from(),
                    it.getValue().bindings(),
                    it.getValue().duty() != null))
            .toList());
  }

  @Requires(value = GoverningDocumentPermissions.WRITE, everywhere = true)
  @PostMapping("/api/v1/{tenant}/documents/{id}/inheritance")
  Kept keepAll(@PathVariable UUID id) {
    return new Kept(inheritance.keepAll(id));
  }

  @Requires(value = GoverningDocumentPermissions.WRITE, everywhere = true)
  @PostMapping("/api/v1/{tenant}/documents/{id}/clauses/{clause}/inheritance")
  ResponseEntity<Void> keep(@PathVariable UUID id, @PathVariable UUID clause) {
    inheritance.keep(id, clause);
    return ResponseEntity.noContent().build();
  }
}

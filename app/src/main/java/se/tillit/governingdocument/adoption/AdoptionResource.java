package se.tillit.governingdocument.adoption;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import se.tillit.governingdocument.GoverningDocumentPermissions;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Refused;

/// Decisions through the API.
@RestController
class AdoptionResource {

  private final AdoptionRegister register;

  AdoptionResource(AdoptionRegister register) {
    this.register = register;
  }

  /// A decision: the last step adopts; `from` is its first day in force.
  record Wanted(
      @Nullable List<Decision.Step> steps,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable LocalDate revision,
      @Nullable List<UUID> replaces) {}

  @Requires(GoverningDocumentPermissions.ADOPT)
  @PostMapping("/api/v1/{tenant}/documents/{id}/adoption")
  ResponseEntity<Void> create(Viewer viewer, @PathVariable UUID id, @RequestBody Wanted wanted) {
    LocalDate from = wanted.from();
    if (from == null) {
      throw new Refused("governingdocument.day.malformed", "").at("from");
    }
    List<Decision.Step> steps = wanted.steps();
    List<UUID> replaces = wanted.replaces();
    register.adopt(
        viewer,
        id,
        new Decision(
            steps == null ? List.of() : steps,
            from,
            wanted.to(),
            wanted.revision(),
            replaces == null ? List.of() : replaces));
    return ResponseEntity.noContent().build();
  }
}

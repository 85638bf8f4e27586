package se.tillit.identity.role;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;

/// Who has a role of the tenant's own, as JSON.
@RestController
class HolderResource {

  private final OwnRoles roles;

  HolderResource(OwnRoles roles) {
    this.roles = roles;
  }

  /// What was given.
  record Given(UUID id) {}

  @Requires("identity.role.administer")
  @GetMapping("/api/v1/{tenant}/own-roles/{role}/holders")
  Map<String, List<Holder>> list(Viewer viewer, @PathVariable UUID role) {
    return Map.of("items", roles.holders(viewer, roles.one(role).id()));
  }

  @Requires("identity.role.administer")
  @PostMapping("/api/v1/{tenant}/own-roles/{role}/holders")
  @ResponseStatus(HttpStatus.CREATED)
  Given create(Viewer viewer, @PathVariable UUID role, @RequestBody HolderForm form) {
    return new Given(roles.give(viewer, role, form));
  }

  @Requires("identity.role.administer")
  @DeleteMapping("/api/v1/{tenant}/own-roles/{role}/holders/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(Viewer viewer, @PathVariable UUID role, @PathVariable UUID id) {
    roles.take(viewer, role, id);
  }
}

package se.tillit.identity.role;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.web.Etag;

/// A tenant's own roles as JSON.
@RestController
class RoleResource {

  private final OwnRoles roles;

  RoleResource(OwnRoles roles) {
    this.roles = roles;
  }

  /// All own roles, and the permissions that may be put into one.
  record RoleList(List<OwnRole> items, List<String> grantable) {}

  @Requires("identity.role.administer")
  @GetMapping("/api/v1/{tenant}/own-roles")
  RoleList list(Viewer viewer) {
    return new RoleList(roles.all(), OwnRoles.grantable(viewer));
  }

  @Requires("identity.role.administer")
  @PostMapping("/api/v1/{tenant}/own-roles")
  ResponseEntity<OwnRole> create(Viewer viewer, @RequestBody RoleForm form) {
    OwnRole made = roles.one(roles.make(viewer, form));
    var place = URI.create("/api/v1/" + viewer.seat().tenantKey() + "/own-roles/" + made.id());
    return ResponseEntity.created(place).eTag(Etag.of(made.version())).body(made);
  }

  @Requires("identity.role.administer")
  @GetMapping("/api/v1/{tenant}/own-roles/{id}")
  ResponseEntity<OwnRole> show(@PathVariable UUID id) {
    return answer(roles.one(id));
  }

  @Requires("identity.role.administer")
  @PutMapping("/api/v1/{tenant}/own-roles/{id}")
  ResponseEntity<OwnRole> update(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody RoleForm form) {
    int version = Etag.demanded(ifMatch);
    roles.change(viewer, id, new RoleForm(form.name(), form.permissions(), version));
    return answer(roles.one(id));
  }

  @Requires("identity.role.administer")
  @DeleteMapping("/api/v1/{tenant}/own-roles/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(Viewer viewer, @PathVariable UUID id) {
    roles.remove(viewer, id);
  }

  private static ResponseEntity<OwnRole> answer(OwnRole role) {
    return ResponseEntity.ok().eTag(Etag.of(role.version())).body(role);
  }
}

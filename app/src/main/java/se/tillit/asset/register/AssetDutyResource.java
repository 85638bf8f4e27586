package se.tillit.asset.register;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;

/// Duties and turns of assets over the API, each a resource of its own.
@RestController
class AssetDutyResource {

  private final AssetDuties duties;
  private final AssetRegister register;

  AssetDutyResource(AssetDuties duties, AssetRegister register) {
    this.duties = duties;
    this.register = register;
  }

  /// Whom to appoint; nobody gives the duty back to the unit's manager.
  record OwnerWanted(@Nullable UUID person) {}

  /// Which assets to confirm.
  record ConfirmationsWanted(@Nullable List<UUID> assets) {

    List<UUID> chosen() {
      return assets == null ? List.of() : assets;
    }
  }

  /// How many were changed.
  record Changed(int changed) {}

  @Requires("asset.read")
  @PostMapping("/api/v1/{tenant}/assets/{id}/confirmation")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void confirm(Viewer viewer, @PathVariable UUID id) {
    duties.confirm(viewer, List.of(id));
  }

  @Requires("asset.write")
  @PostMapping("/api/v1/{tenant}/assets/confirmations")
  Changed confirmMany(Viewer viewer, @RequestBody ConfirmationsWanted wanted) {
    return new Changed(duties.confirm(viewer, wanted.chosen()));
  }

  @Requires("asset.write")
  @PutMapping("/api/v1/{tenant}/assets/{id}/owner")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delegate(Viewer viewer, @PathVariable UUID id, @RequestBody OwnerWanted wanted) {
    duties.delegate(viewer, List.of(id), wanted.person());
  }

  @Requires("asset.write")
  @PostMapping("/api/v1/{tenant}/assets/{id}/retirement")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void retire(Viewer viewer, @PathVariable UUID id) {
    register.retire(viewer, id);
  }

  @Requires("asset.write")
  @DeleteMapping("/api/v1/{tenant}/assets/{id}/retirement")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void restore(Viewer viewer, @PathVariable UUID id) {
    register.restore(viewer, id);
  }

  @Requires("asset.read")
  @PostMapping("/api/v1/{tenant}/assets/{id}/security-suspicion")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void suspect(Viewer viewer, @PathVariable UUID id) {
    register.suspect(viewer, id);
  }

  @Requires("asset.security-protection")
  @DeleteMapping("/api/v1/{tenant}/assets/{id}/security-suspicion")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void unlock(Viewer viewer, @PathVariable UUID id) {
    register.unlock(viewer, id);
  }
}

package se.tillit.identity;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.kernel.Actor;
import se.tillit.kernel.Forbidden;
import se.tillit.kernel.PersonId;
import se.tillit.kernel.TenantId;

/// The one who looks: an account or token in one tenant on one day, with all it may do there.
public record Viewer(
    Actor actor,
    Seat seat,
    Settings settings,
    List<Grant> grants,
    Map<String, Set<String>> rights) {

  /// Where the viewer sits: the account (none for a token) and the tenant as addressed.
  public record Seat(
      @Nullable UUID account,
      String tenantKey,
      String tenantName,
      boolean demo,
      List<Door> others) {}

  /// Another tenant that the same account may enter.
  public record Door(String tenantKey, String tenantName) {}

  /// How the viewer wants pages: language `sv` or `en`, colours `auto`, `light` or `dark`, density.
  public record Settings(String language, String colourScheme, String density) {}

  public TenantId tenant() {
    return actor.tenant();
  }

  public @Nullable PersonId person() {
    return actor.person();
  }

  public boolean may(String permission) {
    Set<String> roles = rights.getOrDefault(permission, Set.of());
    // Asked some fifty times a page, for each way to go.
    for (Grant grant : grants) {
      if (roles.contains(grant.role())) {
        return true;
      }
    }
    return false;
  }

  /// Whether the permission reaches the whole tenant.
  public boolean mayEverywhere(String permission) {
    return scope(permission).everything();
  }

  public Scope scope(String permission) {
    Set<String> roles = rights.getOrDefault(permission, Set.of());
    return Scope.of(grants.stream().filter(grant -> roles.contains(grant.role())).toList());
  }

  /// The scope, or a refusal when the permission is not held at all.
  public Scope demand(String permission) {
    if (!may(permission)) {
      throw new Forbidden(permission);
    }
    return scope(permission);
  }

  /// Refuses unless the permission reaches the unit.
  public void demand(String permission, UUID unit) {
    if (!demand(permission).reaches(unit)) {
      throw new Forbidden(permission);
    }
  }

  /// Refuses unless the permission reaches the body as such.
  public void demandBody(String permission, UUID body) {
    if (!demand(permission).reachesBody(body)) {
      throw new Forbidden(permission);
    }
  }

  public boolean holds(Role role) {
    return grants.stream().anyMatch(grant -> grant.role().equals(role.key()));
  }
}

package se.tillit.identity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/// All permissions of all modules, each with the roles that hold it.
@Component
class Rights {

  private final Map<String, Set<String>> rolesByPermission;

  Rights(List<PermissionCatalogue> catalogues) {
    var roles = new HashMap<String, Set<String>>();
    for (PermissionCatalogue catalogue : catalogues) {
      catalogue
          .permissions()
          .forEach((permission, holders) -> {
            var keys = new HashSet<String>();
            holders.forEach(role -> keys.add(role.key()));
            if (roles.put(permission, Set.copyOf(keys)) != null) {
              throw new IllegalStateException("declared twice: " + permission);
            }
          });
    }
    rolesByPermission = Map.copyOf(roles);
  }

  Map<String, Set<String>> rolesByPermission() {
    return rolesByPermission;
  }

  /// The same with a tenant's own roles; a permission that is no longer there gives nothing.
  Map<String, Set<String>> with(List<OwnRoleStore.Held> own) {
    var roles = new HashMap<>(rolesByPermission);
    for (OwnRoleStore.Held role : own) {
      for (String permission : role.permissions()) {
        roles.computeIfPresent(
            permission,
            (any, keys) -> {
              var more = new HashSet<>(keys);
              more.add(Grant.OWN + role.name());
              return more;
            });
      }
    }
    return Map.copyOf(roles);
  }
}

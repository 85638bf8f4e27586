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
}

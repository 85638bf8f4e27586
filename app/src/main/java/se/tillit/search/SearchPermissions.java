package se.tillit.search;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.tillit.identity.PermissionCatalogue;
import se.tillit.identity.Role;

/// Everybody may search; each kind of hit asks for its own permission.
@Component
class SearchPermissions implements PermissionCatalogue {

  static final String USE = "search.use";

  @Override
  public Map<String, Set<Role>> permissions() {
    return Map.of(USE, EnumSet.allOf(Role.class));
  }
}

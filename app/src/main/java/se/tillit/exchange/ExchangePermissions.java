package se.tillit.exchange;

import static se.tillit.identity.Role.ADMINISTRATOR;
import static se.tillit.identity.Role.COORDINATOR;
import static se.tillit.identity.Role.MANAGER;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.tillit.identity.PermissionCatalogue;
import se.tillit.identity.Role;

/// Who may see imports at all; each kind of import has a permission of its own besides.
@Component
class ExchangePermissions implements PermissionCatalogue {

  @Override
  public Map<String, Set<Role>> permissions() {
    return Map.of("exchange.import", EnumSet.of(COORDINATOR, ADMINISTRATOR, MANAGER));
  }
}

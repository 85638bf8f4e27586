package se.tillit.identity;

import java.util.Map;
import java.util.Set;

/// What a module lets people do, and which shipped roles may: `asset.write` → coordinator, manager.
/// One bean a module. What no catalogue names, nobody may.
public interface PermissionCatalogue {

  Map<String, Set<Role>> permissions();
}

package se.tillit.deadline;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.tillit.identity.PermissionCatalogue;
import se.tillit.identity.Role;

/// Everybody has things to do and may see the year; what shows in it follows from each kind's own
/// permission.
@Component
class DeadlinePermissions implements PermissionCatalogue {

  static final String READ = "deadline.read";
  static final String TODO = "deadline.todo";

  @Override
  public Map<String, Set<Role>> permissions() {
    Set<Role> everybody = Set.of(Role.values());
    return Map.of(READ, everybody, TODO, everybody);
  }
}

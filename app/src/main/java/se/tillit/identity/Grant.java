package se.tillit.identity;

import java.util.Set;
import java.util.UUID;

/// A role that a person has today and how far it reaches: everything, or named bodies and units
/// (units below included already).
public record Grant(String role, boolean everything, Set<UUID> bodies, Set<UUID> units) {

  /// Before the name of a role that is the tenant's own.
  public static final String OWN = "own:";

  public static Grant everywhere(String role) {
    return new Grant(role, true, Set.of(), Set.of());
  }
}

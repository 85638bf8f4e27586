package se.tillit.identity.role;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.tillit.kernel.Refused;

/// A role as somebody writes it: its name and what it may do.
public record RoleForm(
    @Nullable String name, @Nullable List<String> permissions, @Nullable Integer version) {

  private static final int LONGEST_NAME = 60;

  static final RoleForm EMPTY = new RoleForm("", List.of(), 0);

  static RoleForm of(OwnRole role) {
    return new RoleForm(role.name(), role.permissions(), role.version());
  }

  SortedSet<String> chosen() {
    return new TreeSet<>(permissions == null ? List.of() : permissions);
  }

  String plainName() {
    return name == null ? "" : name.strip();
  }

  int versionRead() {
    return version == null ? 0 : version;
  }

  RoleForm checked() {
    if (plainName().isEmpty() || plainName().length() > LONGEST_NAME) {
      throw new Refused("identity.role.name-missing", LONGEST_NAME).at("name");
    }
    if (chosen().isEmpty()) {
      throw new Refused("identity.role.nothing-chosen").at("permissions");
    }
    return this;
  }
}

package se.tillit.organisation.unit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A unit in a list.
///
/// @param depth how far below the top it stands
public record UnitRow(
    UUID id, String name, String kind, int depth, String body, Manager manager, int people) {

  /// Who answers for a unit.
  ///
  /// @param fromAbove when the unit has no manager of its own
  public record Manager(@Nullable UUID person, @Nullable String name, boolean fromAbove) {

    public static final Manager NOBODY = new Manager(null, null, true);
  }
}

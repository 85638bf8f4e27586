package se.tillit.organisation;

import java.util.UUID;

/// Says what a later module keeps in a unit, which must have another place before the unit ends.
public interface UnitContents {

  /// What is told when something is left, with how many as argument.
  String leftKey();

  int left(UUID unit);
}

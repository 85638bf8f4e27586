package se.tillit.kernel;

import java.util.UUID;

/// A unit in the organisation tree.
public record UnitId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}

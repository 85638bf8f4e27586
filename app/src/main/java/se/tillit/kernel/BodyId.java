package se.tillit.kernel;

import java.util.UUID;

/// A council, board or company board: the controller (personuppgiftsansvarig) of its units.
public record BodyId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}

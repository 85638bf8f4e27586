package se.tillit.incident;

import java.util.UUID;

/// A case: one event with all that is known, decided and done about it.
public record IncidentId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}

package se.tillit.kernel;

import java.util.UUID;

/// A person known to one tenant: employee, elected or consultant.
public record PersonId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}

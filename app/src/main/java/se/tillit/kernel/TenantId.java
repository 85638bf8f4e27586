package se.tillit.kernel;

import java.util.UUID;

/// A municipality with its companies: the wall that no record crosses.
public record TenantId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}

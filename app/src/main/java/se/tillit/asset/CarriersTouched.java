package se.tillit.asset;

import java.util.Set;
import java.util.UUID;

/// What lies on these carriers has changed, so that their levels must be settled anew. Published in
/// the transaction of the change.
public record CarriersTouched(Set<UUID> carriers) {

  public CarriersTouched {
    carriers = Set.copyOf(carriers);
  }
}

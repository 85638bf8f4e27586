package se.tillit.asset.carrier;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.asset.SettledClass;

/// A system, service, place or person that carries information.
///
/// @param owner the system owner: the one appointed as long as she works here, else the unit's
///   manager
public record Carrier(
    UUID id,
    boolean retired,
    CarrierDraft facts,
    String unitName,
    @Nullable UUID owner,
    @Nullable String ownerName,
    SettledClass settled,
    int version) {

  public String name() {
    return facts.name();
  }
}

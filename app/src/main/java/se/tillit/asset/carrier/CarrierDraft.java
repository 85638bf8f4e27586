package se.tillit.asset.carrier;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.asset.CarrierKind;

/// What somebody says of a carrier, found to be in order.
///
/// @param owner the appointed system owner; without one the unit's manager answers
public record CarrierDraft(
    String name,
    CarrierKind kind,
    String description,
    UUID unit,
    @Nullable UUID owner,
    String supplier) {}

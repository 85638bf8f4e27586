package se.tillit.organisation.unit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a unit is called, what it is, where it stands and which body it answers to.
///
/// @param parent the unit above, or nothing at the top
public record Placement(String name, String kind, @Nullable UUID parent, UUID body) {}

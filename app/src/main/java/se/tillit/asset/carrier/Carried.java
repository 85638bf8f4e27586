package se.tillit.asset.carrier;

import java.util.UUID;

/// An asset that a carrier carries, as the carrier's page shows it.
public record Carried(
    UUID id, String name, String unitName, String classLabel, String classProfile) {}

package se.tillit.classification;

import java.util.UUID;

/// An asset has got a class that stands. Published in the transaction of the decision.
public record AssetClassed(UUID asset) {}

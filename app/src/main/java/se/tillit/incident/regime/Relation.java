package se.tillit.incident.regime;

/// How one regime bears on another: it switches it off, wholly or for its part, or may start it.
///
/// @param whole false when only for the part of the event that it governs
public record Relation(String regime, boolean whole, Legal legal) {}

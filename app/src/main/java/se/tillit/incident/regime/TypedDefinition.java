package se.tillit.incident.regime;

import org.jspecify.annotations.Nullable;

/// A definition as typed: its text, why it is changed, and on which legal source.
///
/// @param based the number of the version that the writer has read
public record TypedDefinition(
    @Nullable Integer based,
    @Nullable String text,
    @Nullable String reason,
    @Nullable String source) {}

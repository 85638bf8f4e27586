package se.tillit.followup;

import org.jspecify.annotations.Nullable;

/// A record behind a figure, as a row: where it is, what would make it met, who can do it.
public record BehindRow(
    String label,
    @Nullable String href,
    String place,
    boolean met,
    @Nullable String remedy,
    @Nullable String person,
    @Nullable String action) {}

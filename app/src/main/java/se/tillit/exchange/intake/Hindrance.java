package se.tillit.exchange.intake;

import org.jspecify.annotations.Nullable;

/// A record that stands in the way of taking an import back: changed or leaned on since.
public record Hindrance(@Nullable Integer sheetRow, String label, String change) {}

package se.tillit.incident.handling;

import org.jspecify.annotations.Nullable;

/// An event as typed.
public record EventForm(
    @Nullable String key, @Nullable String at, @Nullable String kind, @Nullable String text) {}

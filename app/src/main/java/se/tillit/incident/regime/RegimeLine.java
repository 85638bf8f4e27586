package se.tillit.incident.regime;

import org.jspecify.annotations.Nullable;

/// A regime or a recipient in a list, in words.
public record RegimeLine(
    String href, String name, String detail, String source, @Nullable String caution) {}

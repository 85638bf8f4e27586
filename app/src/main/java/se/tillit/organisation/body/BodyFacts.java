package se.tillit.organisation.body;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A body as its own page tells it.
public record BodyFacts(
    UUID id, String name, String kind, @Nullable String pattern, int version, String entity) {}

package se.tillit.organisation.body;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A body as its own page tells it.
///
/// @param last its last day, where it has one
public record BodyFacts(
    UUID id,
    String name,
    String kind,
    @Nullable String pattern,
    int version,
    String entity,
    @Nullable LocalDate last) {}

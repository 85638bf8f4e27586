package se.tillit.organisation.unit;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A unit as its own page tells it.
public record UnitFacts(
    UUID id,
    @Nullable String code,
    int version,
    Placement placement,
    @Nullable String parentName,
    String bodyName,
    @Nullable LocalDate last) {}

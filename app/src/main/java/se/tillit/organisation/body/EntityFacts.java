package se.tillit.organisation.body;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A legal entity as it is kept.
///
/// @param last its last day, where it has one
public record EntityFacts(
    UUID id,
    String name,
    String kind,
    @Nullable String number,
    int version,
    @Nullable LocalDate last) {}

package se.tillit.exchange;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An upload as a kind of import sees it.
///
/// @param complete whether what the file lacks has ended
/// @param day the day that it takes effect
/// @param units the only units that it may touch, or null for all
public record Upload(UUID id, boolean complete, LocalDate day, UUID @Nullable [] units) {}

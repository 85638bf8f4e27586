package se.tillit.exchange;

import java.time.LocalDate;
import java.util.UUID;

/// An upload as a kind of import sees it.
///
/// @param complete whether what the file lacks has ended
/// @param day the day that it takes effect
public record Upload(UUID id, boolean complete, LocalDate day) {}

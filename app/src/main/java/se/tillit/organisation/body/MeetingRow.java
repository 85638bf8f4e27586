package se.tillit.organisation.body;

import java.time.LocalDate;
import java.util.UUID;

/// When a body meets, and by when papers must be in.
public record MeetingRow(UUID id, LocalDate day, LocalDate papersDay) {}

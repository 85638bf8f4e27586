package se.tillit.incident.exercise;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An exercise as a row of the list.
public record ExerciseLine(
    UUID id,
    String reference,
    String title,
    String body,
    String state,
    LocalDate planned,
    @Nullable Instant endedAt,
    int participants) {}

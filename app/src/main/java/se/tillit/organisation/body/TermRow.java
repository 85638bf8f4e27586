package se.tillit.organisation.body;

import java.time.LocalDate;
import java.util.UUID;

/// For how long the council or the boards sit, and on what ground.
public record TermRow(UUID id, String kind, LocalDate from, LocalDate to, String source) {}

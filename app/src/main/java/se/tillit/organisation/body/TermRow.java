package se.tillit.organisation.body;

import java.time.LocalDate;

/// For how long the council or the boards sit.
public record TermRow(String kind, LocalDate from, LocalDate to) {}

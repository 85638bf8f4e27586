package se.tillit.organisation.unit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a unit was called and which body it answered to for a time.
public record UnitPast(LocalDate from, @Nullable LocalDate to, String name, String body) {}

package se.tillit.organisation.person;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a person does or did, where and when.
public record AssignmentRow(
    UUID id,
    String kind,
    String title,
    @Nullable String place,
    LocalDate from,
    @Nullable LocalDate to,
    @Nullable UUID unit,
    @Nullable UUID body,
    int version) {}

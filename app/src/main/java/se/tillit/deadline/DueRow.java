package se.tillit.deadline;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One thing that falls due, with the names of where and who.
record DueRow(
    String kind,
    LocalDate due,
    String label,
    @Nullable UUID bodyId,
    @Nullable String body,
    @Nullable UUID unitId,
    @Nullable String unit,
    @Nullable UUID personId,
    @Nullable String person,
    String path,
    boolean done,
    UUID record) {}

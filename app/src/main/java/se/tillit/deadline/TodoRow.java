package se.tillit.deadline;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One thing that is asked of a person.
record TodoRow(
    String kind,
    UUID record,
    String label,
    @Nullable LocalDate due,
    String path,
    @Nullable String press) {}

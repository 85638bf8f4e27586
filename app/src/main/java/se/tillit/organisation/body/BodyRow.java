package se.tillit.organisation.body;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A body in a list.
public record BodyRow(
    UUID id, String name, String kind, String entity, @Nullable LocalDate nextMeeting) {}

package se.tillit.incident.handling;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A case in the queue.
public record QueueRow(
    UUID id,
    String reference,
    String title,
    String state,
    String certainty,
    @Nullable String kind,
    @Nullable String bodyName,
    @Nullable String unitName,
    @Nullable UUID handler,
    @Nullable String handlerName,
    @Nullable Integer severity,
    @Nullable Integer severityOf,
    String severityLabel,
    boolean personalData,
    boolean exercise,
    Instant reportedAt,
    @Nullable Instant closedAt) {}

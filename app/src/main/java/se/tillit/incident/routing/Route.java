package se.tillit.incident.routing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who gets which reports: a role or a person; of one body or all, one kind or all, with or without
/// personal data.
public record Route(
    UUID id,
    @Nullable UUID body,
    @Nullable String bodyName,
    @Nullable String kind,
    @Nullable Boolean personalData,
    @Nullable String role,
    @Nullable UUID person,
    @Nullable String personName) {}

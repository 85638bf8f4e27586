package se.tillit.incident.handling;

import org.jspecify.annotations.Nullable;

/// A decision as typed.
public record DecisionForm(
    @Nullable String key,
    @Nullable String decidedAt,
    @Nullable String decision,
    @Nullable String decided,
    @Nullable String motive,
    @Nullable String decider,
    @Nullable String delegation) {}

package se.tillit.incident.measure;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A decision that somebody took in the board's stead: what kind, by which point of the delegation,
/// in which matter. What it says stays in the case.
public record DelegatedDecision(
    UUID id,
    Instant decidedAt,
    String kind,
    String decider,
    String delegationPoint,
    String reference,
    String diaryNumber,
    @Nullable String secrecyGround) {}

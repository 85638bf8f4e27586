package se.tillit.organisation.duty;

import java.util.UUID;

/// A duty that somebody holds.
///
/// @param living whether the holder is still there; a leaver's duty is vacant the same day
public record HeldDuty(
    UUID id,
    String duty,
    ExpectedDuty.Holder holder,
    String place,
    boolean deputy,
    boolean living) {}

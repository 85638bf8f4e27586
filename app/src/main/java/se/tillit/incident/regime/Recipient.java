package se.tillit.incident.regime;

import java.time.LocalDate;

/// Who receives, and how, from a day on. Authorities change names and tasks; what has been sent
/// keeps the name it was sent to.
///
/// @param address of the channel, empty where it has none
/// @param fallback how, when the channel is down
public record Recipient(
    String code,
    LocalDate from,
    Said name,
    String shortName,
    Said channel,
    String address,
    Said fallback,
    Legal legal) {}

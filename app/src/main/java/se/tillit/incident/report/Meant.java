package se.tillit.incident.report;

import java.util.UUID;

/// Something in the registers that a reporter may mean.
///
/// @param kind `asset` or `carrier`
/// @param where its unit's name; empty for a system
public record Meant(String kind, UUID id, String name, String where) {}

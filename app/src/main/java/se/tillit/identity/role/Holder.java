package se.tillit.identity.role;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody who has a role of the tenant's own.
///
/// @param unit the unit that it is limited to, with those below
/// @param until the last day, where there is one
public record Holder(
    UUID id,
    UUID account,
    String name,
    String login,
    @Nullable UUID unit,
    @Nullable LocalDate until) {}

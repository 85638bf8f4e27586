package se.tillit.identity.token;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A token as its keepers see it: never its secret.
///
/// @param role a shipped role
/// @param ownRole the name of one of the tenant's own; neither once that role is gone
public record Token(
    UUID id,
    String name,
    @Nullable String role,
    @Nullable String ownRole,
    @Nullable UUID unit,
    Instant createdAt,
    String createdBy,
    Instant expiresAt,
    @Nullable Instant lastUsedAt,
    @Nullable Instant revokedAt) {

  public boolean isAlive(Instant now) {
    return revokedAt == null && expiresAt.isAfter(now);
  }
}

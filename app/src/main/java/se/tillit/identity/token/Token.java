package se.tillit.identity.token;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A token as its keepers see it: never its secret.
public record Token(
    UUID id,
    String name,
    String role,
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

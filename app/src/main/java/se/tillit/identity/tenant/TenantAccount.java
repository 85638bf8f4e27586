package se.tillit.identity.tenant;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.web.Cursor;

/// An account as the tenant's administrator sees it.
public record TenantAccount(
    UUID id,
    String login,
    String name,
    boolean secondFactor,
    boolean passkey,
    boolean locked,
    boolean closed,
    @Nullable Instant lastSignInAt) {

  String cursor() {
    return Cursor.of(login, id).toString();
  }
}

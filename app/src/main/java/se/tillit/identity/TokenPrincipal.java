package se.tillit.identity;

import java.security.Principal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.kernel.TenantId;

/// A machine that came with an API token: one tenant, one role of those shipped or of the tenant's
/// own, perhaps one unit and those below it.
public record TokenPrincipal(
    UUID token,
    TenantId tenant,
    String name,
    @Nullable String role,
    @Nullable UUID ownRole,
    @Nullable UUID unit)
    implements Principal {

  @Override
  public String getName() {
    return name;
  }
}

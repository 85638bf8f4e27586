package se.tillit.identity;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.kernel.TenantId;

/// Something about accounts, tokens or sign-in changed; the trail listens, in the same transaction.
/// A change of an account that serves several tenants is published once for each.
public record IdentityChanged(
    TenantId tenant,
    String action,
    String kind,
    @Nullable UUID subject,
    String name,
    Map<String, String> detail) {}

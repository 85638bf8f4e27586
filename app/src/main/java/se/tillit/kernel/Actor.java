package se.tillit.kernel;

import org.jspecify.annotations.Nullable;

/// Who acts in which tenant: a person, or a named part of the system when no person does.
public record Actor(TenantId tenant, @Nullable PersonId person, String name) {

  public static Actor system(TenantId tenant, String name) {
    return new Actor(tenant, null, name);
  }
}

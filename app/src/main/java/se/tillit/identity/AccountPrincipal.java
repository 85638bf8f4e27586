package se.tillit.identity;

import java.io.Serializable;
import java.security.Principal;
import java.util.UUID;

/// The signed-in account as the session keeps it: an id and nothing that could grow old.
public record AccountPrincipal(UUID account) implements Principal, Serializable {

  @Override
  public String getName() {
    return account.toString();
  }
}

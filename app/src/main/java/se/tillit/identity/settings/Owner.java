package se.tillit.identity.settings;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import se.tillit.identity.AccountPrincipal;
import se.tillit.kernel.Forbidden;

/// Whose account these pages are about: the one who is signed in. A token has none.
final class Owner {

  private Owner() {}

  static UUID of(@Nullable Authentication who) {
    if (who != null && who.getPrincipal() instanceof AccountPrincipal someone) {
      return someone.account();
    }
    throw new Forbidden("account");
  }
}

package se.tillit.identity;

import org.jspecify.annotations.Nullable;
import se.tillit.web.Words;

/// What an account is called in a tenant: as the tenant knows its person, never as she named
/// herself; a protected identity has no name there.
public final class ShownName {

  private ShownName() {}

  /// @param known what the organisation calls the person: empty when protected, none when unknown
  /// @param own what the account calls itself
  public static String of(@Nullable String known, String own, Words words) {
    if (known == null) {
      return own;
    }
    return known.isEmpty() ? words.t("identity.protected") : known;
  }
}

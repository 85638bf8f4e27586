package se.tillit.identity.token;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.identity.ApiTokens;
import se.tillit.kernel.Refused;

/// What somebody writes who wants a token: a name, a role (shipped, or `own:` and the id of one of
/// the tenant's own), perhaps a unit, and for how many days.
public record TokenForm(
    @Nullable String name, @Nullable String role, @Nullable String unit, @Nullable Integer days) {

  private static final int USUAL_DAYS = 90;

  static final TokenForm EMPTY = new TokenForm("", "", "", USUAL_DAYS);

  /// @param powers what its role turned out to be
  ApiTokens.Wanted wanted(ApiTokens.Powers powers) {
    int life = days == null ? USUAL_DAYS : days;
    return new ApiTokens.Wanted(name == null ? "" : name, powers, unitId(), Duration.ofDays(life));
  }

  String plainRole() {
    return role == null ? "" : role.strip();
  }

  private @Nullable UUID unitId() {
    if (unit == null || unit.isBlank()) {
      return null;
    }
    try {
      return UUID.fromString(unit);
    } catch (IllegalArgumentException e) {
      throw new Refused("identity.token.unit-unknown").at("unit");
    }
  }
}

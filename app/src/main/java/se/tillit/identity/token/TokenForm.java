package se.tillit.identity.token;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.identity.ApiTokens;
import se.tillit.identity.Role;
import se.tillit.kernel.Refused;

/// What somebody writes who wants a token: a name, a role, perhaps a unit, and for how many days.
public record TokenForm(
    @Nullable String name, @Nullable String role, @Nullable String unit, @Nullable Integer days) {

  private static final int USUAL_DAYS = 90;

  static final TokenForm EMPTY = new TokenForm("", "", "", USUAL_DAYS);

  ApiTokens.Wanted wanted() {
    Role known =
        Role.of(role == null ? "" : role)
            .orElseThrow(() -> new Refused("identity.token.role-missing").at("role"));
    int life = days == null ? USUAL_DAYS : days;
    return new ApiTokens.Wanted(name == null ? "" : name, known, unitId(), Duration.ofDays(life));
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

package se.tillit.identity.role;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.kernel.Refused;

/// To whom a role is given, as somebody writes it: a user name, perhaps a unit, perhaps a last day.
public record HolderForm(@Nullable String login, @Nullable String unit, @Nullable String until) {

  static final HolderForm EMPTY = new HolderForm("", "", "");

  String plainLogin() {
    return login == null ? "" : login.strip();
  }

  @Nullable UUID unitId() {
    if (unit == null || unit.isBlank()) {
      return null;
    }
    try {
      return UUID.fromString(unit);
    } catch (IllegalArgumentException e) {
      throw new Refused("identity.role.unit-unknown").at("unit");
    }
  }

  @Nullable LocalDate lastDay() {
    if (until == null || until.isBlank()) {
      return null;
    }
    try {
      return LocalDate.parse(until.strip());
    } catch (DateTimeException e) {
      throw new Refused("identity.role.until-wrong").at("until");
    }
  }
}

package se.tillit.organisation.person;

import org.jspecify.annotations.Nullable;
import se.tillit.kernel.Refused;

/// A person as somebody types it, on a page or as JSON.
///
/// @param hidden skyddade personuppgifter; a name left empty then stays as it is
public record PersonForm(
    @Nullable String number,
    @Nullable String givenName,
    @Nullable String familyName,
    @Nullable String email,
    @Nullable Boolean hidden) {

  static final PersonForm BLANK = new PersonForm("", "", "", "", false);

  private static final int NAME = 100;
  private static final int ADDRESS = 254;

  static PersonForm of(PersonFacts facts) {
    return new PersonForm(
        facts.number(), facts.givenName(), facts.familyName(), facts.email(), facts.hidden());
  }

  boolean isHidden() {
    return Boolean.TRUE.equals(hidden);
  }

  /// @param nameKnown whether an empty name means the one that is kept
  NewPerson person(boolean nameKnown) {
    String family = typed(familyName);
    if (family.isEmpty() && !nameKnown) {
      throw new Refused("organisation.person.family.missing").at("familyName");
    }
    String address = limited(typed(email), ADDRESS, "email");
    if (!address.isEmpty() && !address.matches("[^@\\s]+@[^@\\s]+")) {
      throw new Refused("organisation.person.email.malformed").at("email");
    }
    return new NewPerson(
        orNothing(limited(typed(number), NAME, "number")),
        limited(typed(givenName), NAME, "givenName"),
        limited(family, NAME, "familyName"),
        orNothing(address),
        isHidden());
  }

  private static String limited(String text, int most, String field) {
    int length = text.codePointCount(0, text.length());
    if (length > most) {
      throw new Refused("exchange.table.cell.too-long", length, most).at(field);
    }
    return text;
  }

  private static String typed(@Nullable String text) {
    return text == null ? "" : text.replace("\0", "").strip();
  }

  private static @Nullable String orNothing(String text) {
    return text.isEmpty() ? null : text;
  }
}

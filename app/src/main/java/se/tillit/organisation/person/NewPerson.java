package se.tillit.organisation.person;

import org.jspecify.annotations.Nullable;

/// A person as first written down.
///
/// @param externalId what the payroll system calls the person, so that next month's file finds it
/// @param isProtected skyddade personuppgifter: the name is shown to nobody
public record NewPerson(
    @Nullable String externalId,
    String givenName,
    String familyName,
    @Nullable String email,
    boolean isProtected) {

  public String name() {
    return isProtected ? "" : (givenName + " " + familyName).strip();
  }
}

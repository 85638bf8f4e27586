package se.tillit.organisation.intake;

import java.util.Locale;

/// What a person is where she works; prints as the database writes it.
enum AssignmentKind {
  EMPLOYEE,
  MANAGER,
  ELECTED,
  CONSULTANT;

  String key() {
    return "organisation.assignment." + this;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package se.tillit.organisation.person;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person as her own page tells it; without a name when it is protected.
public record PersonFacts(
    UUID id,
    String givenName,
    String familyName,
    @Nullable String email,
    @Nullable String number,
    boolean hidden,
    int version) {

  public String name() {
    return (givenName + " " + familyName).strip();
  }
}

package se.tillit.organisation.duty;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A duty that shall be filled somewhere, and who fills it.
///
/// @param place the name of the body, unit or legal entity; empty for the whole tenant
/// @param placeId absent for the whole tenant
public record ExpectedDuty(
    String duty,
    String place,
    boolean needsDeputy,
    Holder holder,
    Holder deputy,
    @Nullable UUID placeId) {

  /// A person, or nobody.
  public record Holder(@Nullable UUID person, @Nullable String name) {

    public boolean isNobody() {
      return person == null;
    }
  }

  public boolean isFilled() {
    return !holder.isNobody() && (!needsDeputy || !deputy.isNobody());
  }
}

package se.tillit.classification.carrier;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.classification.Model;

/// An aspect's level on a carrier: what its information demands, and whether it is raised above
/// that.
///
/// @param derived -1 when nothing on it has a class
/// @param raised -1 when it is not raised
/// @param becauseOf the asset that demands the level, when the viewer may know it
public record CarrierAspect(
    Model.Aspect aspect,
    int derived,
    int raised,
    @Nullable UUID becauseOf,
    @Nullable String becauseName,
    @Nullable String motivation,
    @Nullable String raisedBy) {

  public int level() {
    return Math.max(derived, raised);
  }

  public boolean isRaised() {
    return raised > derived;
  }
}

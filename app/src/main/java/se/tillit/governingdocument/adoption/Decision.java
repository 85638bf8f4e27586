package se.tillit.governingdocument.adoption;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was decided: the way through the bodies, the last of which adopts; from when it holds; and
/// what it replaces.
///
/// @param revision the day of the next revision where the document's rule is to set it by hand
public record Decision(
    List<Step> steps,
    LocalDate from,
    @Nullable LocalDate to,
    @Nullable LocalDate revision,
    List<UUID> replaces) {

  public Decision {
    steps = List.copyOf(steps);
    replaces = List.copyOf(replaces);
  }

  /// A body that dealt with it, for example AU → KS → KF: day, paragraph of the minutes, diary
  /// number.
  public record Step(UUID body, LocalDate day, String paragraph, String reference) {}
}

package se.tillit.organisation;

import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/// One step from an empty municipality to a working one, done when the facts say so: nobody ticks
/// it off.
///
/// @param key its messages: `.title`, `.why`, `.do` (the button), `.there` and `.lacking` (counted)
/// @param permission who may take the step
/// @param there how many there are, as a scalar of the tenant
/// @param lacking how many still lack it, as a scalar of the tenant
public record SetupStep(
    String key,
    int order,
    String permission,
    Ways ways,
    Field<Integer> there,
    Field<Integer> lacking) {

  /// The pages below the tenant's address where the step is taken: by hand, by sheet where one can.
  public record Ways(String hand, @Nullable String sheet) {}
}

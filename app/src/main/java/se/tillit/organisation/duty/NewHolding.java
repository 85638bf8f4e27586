package se.tillit.organisation.duty;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.kernel.Period;

/// Who holds a duty, for what: a legal entity, a body, a unit, or the whole tenant.
public record NewHolding(Duty duty, UUID person, For scope, boolean deputy, Period period) {

  /// What the duty is held for; at most one of the three.
  public record For(@Nullable UUID entity, @Nullable UUID body, @Nullable UUID unit) {

    public static final For EVERYTHING = new For(null, null, null);

    public static For body(UUID body) {
      return new For(null, body, null);
    }

    public static For unit(UUID unit) {
      return new For(null, null, unit);
    }
  }
}

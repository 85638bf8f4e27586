package se.tillit.organisation.duty;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.kernel.Period;
import se.tillit.kernel.Refused;

/// Who holds a duty, for what: a legal entity, a body, a unit, or the whole tenant.
public record NewHolding(Duty duty, UUID person, For scope, boolean deputy, Period period) {

  /// What the duty is held for; at most one of the three.
  public record For(@Nullable UUID entity, @Nullable UUID body, @Nullable UUID unit) {

    public static final For EVERYTHING = new For(null, null, null);

    /// Reads `body:…`, `unit:…` or `entity:…`; nothing means everything.
    static For of(String place) {
      if (place.isBlank()) {
        return EVERYTHING;
      }
      try {
        UUID id = UUID.fromString(place.substring(place.indexOf(':') + 1));
        return switch (place.substring(0, Math.max(0, place.indexOf(':')))) {
          case "entity" -> new For(id, null, null);
          case "body" -> body(id);
          case "unit" -> unit(id);
          default -> throw new Refused("organisation.duty.place-unknown").at("place");
        };
      } catch (IllegalArgumentException noId) {
        throw (Refused) new Refused("organisation.duty.place-unknown").at("place").initCause(noId);
      }
    }

    public static For body(UUID body) {
      return new For(null, body, null);
    }

    public static For unit(UUID unit) {
      return new For(null, null, unit);
    }
  }
}

package se.tillit.asset.register;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.asset.SettledClass;

/// A set of information that an operation owns or handles (K-4a), as it stands in the register.
public record Asset(
    UUID id,
    State state,
    AssetDraft facts,
    Ownership ownership,
    Confirmation confirmation,
    SettledClass settled,
    int version) {

  /// Whether it is in use, locked for suspected security protection, or gone.
  public enum State {
    ACTIVE,
    LOCKED,
    RETIRED
  }

  /// Who answers for it (K-4e): the delegate as long as she works here, without one the unit's
  /// manager.
  ///
  /// @param owner nobody when it is vacant
  /// @param steward the unit's manager, who must act when it is vacant
  public record Ownership(
      String unitName,
      @Nullable UUID owner,
      @Nullable String ownerName,
      @Nullable UUID delegate,
      @Nullable UUID steward,
      @Nullable String stewardName) {

    public boolean isVacant() {
      return owner == null;
    }

    public boolean isDelegated() {
      return delegate != null;
    }
  }

  /// When the owner last said that all this is true.
  public record Confirmation(@Nullable LocalDate on, @Nullable String by) {

    /// Confirmation holds for a year.
    public @Nullable LocalDate until() {
      return on == null ? null : on.plusYears(1);
    }
  }

  public String name() {
    return facts.name();
  }

  public boolean isSecret() {
    return !facts.content().secrecy().isEmpty();
  }
}

package se.tillit.incident;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A case as the slices beside its handling need it.
///
/// @param mayHandle whether the viewer may change it
/// @param exercise the exercise that it belongs to; nothing about it is real then
public record CaseCard(
    IncidentId id,
    String reference,
    String title,
    IncidentState state,
    Place place,
    Moments moments,
    Marks marks,
    @Nullable UUID handler,
    @Nullable UUID exercise,
    boolean mayHandle,
    int version) {

  /// Whose it is, and whom else it concerns; the responsible ones are among the affected.
  public record Place(
      @Nullable UUID unit,
      @Nullable UUID body,
      @Nullable UUID legalEntity,
      Set<UUID> affectedBodies,
      Set<UUID> affectedLegalEntities) {}

  /// When it happened, was noticed, known, contained, handled, closed and reported.
  public record Moments(
      @Nullable Instant occurredAt,
      @Nullable Instant noticedAt,
      @Nullable Instant awareAt,
      @Nullable Instant containedAt,
      @Nullable Instant handledAt,
      @Nullable Instant closedAt,
      Instant reportedAt) {}

  /// What decides which laws apply.
  ///
  /// @param personalData `YES`, `NO` or `UNKNOWN`
  public record Marks(
      Certainty certainty,
      @Nullable String kind,
      @Nullable Integer severity,
      String personalData,
      @Nullable Integer personsAffected,
      boolean crimeSuspected,
      boolean crisisManagement,
      @Nullable String secrecyGround,
      String diaryNumber) {}
}

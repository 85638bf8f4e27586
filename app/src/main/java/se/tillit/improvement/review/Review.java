package se.tillit.improvement.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A management review as it stands.
///
/// @param notes what was said, by the agenda's points
public record Review(
    UUID id,
    String title,
    LocalDate day,
    LocalDate from,
    @Nullable UUID body,
    @Nullable String bodyName,
    String reference,
    String conclusion,
    List<String> participants,
    Map<String, String> notes,
    List<Decided> decisions,
    @Nullable Instant frozenAt,
    @Nullable String frozenBy,
    int version) {

  /// A decision; with a last day it becomes an action when the minutes are frozen.
  public record Decided(
      UUID id,
      String text,
      @Nullable UUID owner,
      @Nullable String ownerName,
      @Nullable LocalDate due,
      @Nullable UUID action) {}

  public boolean isFrozen() {
    return frozenAt != null;
  }
}

package se.tillit.improvement.finding;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.improvement.FindingKind;
import se.tillit.improvement.NewAction;
import se.tillit.improvement.NewFinding;

/// A finding (iakttagelse) as it stands.
public record Finding(
    UUID id,
    FindingKind kind,
    String title,
    String description,
    NewAction.@Nullable Source source,
    Where where,
    NewFinding.Requirement requirement,
    String cause,
    Course course,
    Tally actions,
    int version) {

  /// The unit or body that it concerns.
  public record Where(
      @Nullable UUID unit,
      @Nullable String unitName,
      @Nullable UUID body,
      @Nullable String bodyName) {

    public @Nullable String name() {
      return unitName == null ? bodyName : unitName;
    }
  }

  /// Its days, and what was decided.
  public record Course(
      LocalDate found,
      LocalDate decideBy,
      @Nullable Decision decision,
      String motive,
      @Nullable LocalDate decided,
      @Nullable String decidedBy,
      @Nullable LocalDate closed,
      String conclusion) {}

  /// How many actions it has led to, and how many of them are open.
  public record Tally(int all, int open) {}

  /// Where it stands: waiting for a decision, decided, or closed.
  public Standing standing() {
    if (course.closed() != null) {
      return Standing.CLOSED;
    }
    return course.decision() == null ? Standing.OPEN : Standing.DECIDED;
  }
}

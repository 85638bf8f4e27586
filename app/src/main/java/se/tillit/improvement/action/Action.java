package se.tillit.improvement.action;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.improvement.NewAction;
import se.tillit.improvement.Priority;

/// An action (åtgärd) as it stands today, with the names of where and who.
public record Action(
    UUID id,
    String title,
    Texts texts,
    Plan plan,
    NewAction.@Nullable Source source,
    Where where,
    Who who,
    Course course,
    int version) {

  /// What shall be done, the state of things it shall lead to, what it costs in words, what came of
  /// it and where the proof is, and what stands in its way.
  public record Texts(
      String description,
      String goal,
      String cost,
      String effect,
      String evidence,
      String hindrance) {}

  /// The goal that it serves, and what it costs in kronor.
  public record Plan(@Nullable UUID goal, @Nullable String goalTitle, @Nullable Long costSek) {}

  /// The unit and the body it belongs to; a unit's action belongs to the unit's body too.
  public record Where(
      @Nullable UUID unit,
      @Nullable String unitName,
      @Nullable UUID body,
      @Nullable String bodyName) {

    public @Nullable String name() {
      return unitName == null ? bodyName : unitName;
    }
  }

  /// Somebody, by name; a protected identity has an empty one.
  public record Person(@Nullable UUID id, @Nullable String name) {}

  /// The chosen owner and deputy, and the one who answers today; when she differs, the owner has
  /// left.
  public record Who(Person owner, Person deputy, Person responsible) {}

  /// Its days, weight and state; how often its last day was moved and it had to be done again.
  public record Course(
      @Nullable LocalDate start,
      LocalDate due,
      Priority priority,
      ActionState state,
      @Nullable LocalDate done,
      @Nullable LocalDate recheck,
      int dueChanges,
      int reopenings) {}

  boolean isInHandsOf(@Nullable UUID person) {
    return person != null
        && (person.equals(who.owner().id())
            || person.equals(who.deputy().id())
            || person.equals(who.responsible().id()));
  }
}

package se.tillit.improvement.action;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.improvement.Priority;
import se.tillit.web.Due;
import se.tillit.web.Words;

/// An action as a row of the register, as said.
public record ActionRow(
    UUID id,
    String title,
    String href,
    Place place,
    Hands hands,
    @Nullable Due due,
    String day,
    String state,
    @Nullable String priority,
    @Nullable String stuck,
    More more) {

  /// Where it belongs.
  public record Place(@Nullable String unit, @Nullable String body) {}

  /// Who answers for it today, and instead of her.
  public record Hands(@Nullable String responsible, @Nullable String deputy) {}

  /// What few want to see in a list.
  public record More(
      @Nullable String source, @Nullable String servedGoal, @Nullable String start) {}

  static ActionRow of(Words words, String here, Action action, LocalDate today) {
    var course = action.course();
    var source = action.source();
    LocalDate start = course.start();
    return new ActionRow(
        action.id(),
        action.title(),
        here + "/" + action.id(),
        new Place(action.where().name(), action.where().bodyName()),
        new Hands(
            ShownAction.nameOf(words, action.who().responsible()),
            ShownAction.nameOf(words, action.who().deputy())),
        course.state().isOpen() ? Due.of(course.due(), today) : null,
        words.date(course.due()),
        words.t("improvement.state." + course.state().key()),
        course.priority() == Priority.HIGH ? words.t("improvement.priority.high") : null,
        action.texts().hindrance().isEmpty() ? null : words.t("improvement.stuck"),
        new More(
            source == null ? null : ShownAction.sourceTitle(words, source.kind()),
            action.plan().goalTitle(),
            start == null ? null : words.date(start)));
  }
}

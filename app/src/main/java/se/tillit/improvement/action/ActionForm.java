package se.tillit.improvement.action;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.improvement.NewAction;
import se.tillit.improvement.Priority;
import se.tillit.kernel.Refused;
import se.tillit.web.FieldProblem;
import se.tillit.web.Problems;
import se.tillit.web.Words;

/// An action as typed. Everything is text until it is understood, so that nothing typed is lost.
public record ActionForm(
    @Nullable String title,
    @Nullable String description,
    @Nullable String goal,
    @Nullable String unit,
    @Nullable String owner,
    @Nullable String deputy,
    @Nullable String start,
    @Nullable String due,
    @Nullable String priority,
    @Nullable String cost,
    @Nullable String costSek,
    @Nullable String servedGoal,
    @Nullable String dueReason,
    @Nullable String indicator,
    @Nullable String record,
    @Nullable String label,
    @Nullable String path,
    @Nullable Integer version) {

  /// The action as it stands; `owner` and `deputy` as a field shows them.
  static ActionForm of(Action action, String owner, String deputy) {
    return new ActionForm(
        action.title(),
        action.texts().description(),
        action.texts().goal(),
        text(action.where().unit()),
        owner,
        deputy,
        text(action.course().start()),
        text(action.course().due()),
        action.course().priority().key(),
        action.texts().cost(),
        text(action.plan().costSek()),
        text(action.plan().goal()),
        "",
        null,
        null,
        null,
        null,
        action.version());
  }

  /// What is missing or can't be read; the register says the rest.
  Problems problems(Words words) {
    var problems = new ArrayList<FieldProblem>();
    if (blank(title)) {
      problems.add(new FieldProblem("title", words.t("improvement.action.title-missing")));
    }
    if (blank(due)) {
      problems.add(new FieldProblem("due", words.t("improvement.action.due-missing")));
    } else if (day(due) == null) {
      problems.add(new FieldProblem("due", words.t("improvement.action.day-malformed")));
    }
    if (!blank(start) && day(start) == null) {
      problems.add(new FieldProblem("start", words.t("improvement.action.day-malformed")));
    }
    return problems.isEmpty() ? Problems.NONE : new Problems(List.copyOf(problems));
  }

  /// @param hands the people whom it names
  Draft draft(@Nullable UUID body, NewAction.Hands hands) {
    LocalDate last = day(due);
    if (last == null) {
      throw new Refused("improvement.action.due-missing").at("due");
    }
    UUID place = id(unit, "unit", "improvement.action.unit-unknown");
    var action =
        new NewAction(
            plain(title),
            plain(description),
            source(),
            new NewAction.Place(place, place == null ? body : null),
            hands,
            last,
            blank(priority) ? Priority.NORMAL : Priority.of(plain(priority)));
    return new Draft(
        action,
        plain(goal),
        day(start),
        new Draft.Cost(kronor(), plain(cost)),
        new Draft.Change(
            id(servedGoal, "servedGoal", "improvement.action.goal-unknown"), plain(dueReason)));
  }

  private NewAction.@Nullable Source source() {
    if (blank(indicator)) {
      return null;
    }
    String page = plain(path);
    return new NewAction.Source(
        plain(indicator),
        id(record, "record", "improvement.action.record-unknown"),
        blank(label) ? plain(title) : plain(label),
        page.matches("/[A-Za-z0-9/_.?=&%-]*") ? page : null);
  }

  /// Written with or without spaces between the thousands.
  private @Nullable Long kronor() {
    String digits = plain(costSek).replaceAll("[\\s\\u00a0\\u202f]", "");
    if (digits.isEmpty()) {
      return null;
    }
    if (!digits.matches("[0-9]{1,13}")) {
      throw new Refused("improvement.action.cost-wrong").at("costSek");
    }
    return Long.valueOf(digits);
  }

  private static @Nullable UUID id(@Nullable String text, String field, String unknown) {
    if (blank(text)) {
      return null;
    }
    try {
      return UUID.fromString(plain(text));
    } catch (IllegalArgumentException e) {
      throw new Refused(unknown).at(field);
    }
  }

  static @Nullable LocalDate day(@Nullable String text) {
    if (blank(text)) {
      return null;
    }
    try {
      return LocalDate.parse(plain(text));
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static boolean blank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  public static String plain(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}

package se.tillit.improvement.finding;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.improvement.FindingKind;
import se.tillit.improvement.NewAction;
import se.tillit.improvement.NewFinding;
import se.tillit.kernel.Refused;

/// A finding as typed.
public record FindingForm(
    @Nullable String kind,
    @Nullable String title,
    @Nullable String description,
    @Nullable String unit,
    @Nullable String requirement,
    @Nullable String requirementPath,
    @Nullable String cause,
    @Nullable String indicator,
    @Nullable String record,
    @Nullable String label,
    @Nullable String path,
    @Nullable Integer version) {

  static FindingForm of(Finding it) {
    UUID unit = it.where().unit();
    return new FindingForm(
        it.kind().key(),
        it.title(),
        it.description(),
        unit == null ? "" : unit.toString(),
        it.requirement().text(),
        it.requirement().path(),
        it.cause(),
        null,
        null,
        null,
        null,
        it.version());
  }

  NewFinding finding(@Nullable UUID body) {
    UUID place = id(unit, "unit", "improvement.action.unit-unknown");
    return new NewFinding(
        FindingKind.of(plain(kind).isEmpty() ? FindingKind.DEVIATION.key() : plain(kind)),
        plain(title),
        plain(description),
        source(),
        new NewAction.Place(place, place == null ? body : null),
        new NewFinding.Requirement(plain(requirement), page(requirementPath)));
  }

  private NewAction.@Nullable Source source() {
    return plain(indicator).isEmpty()
        ? null
        : new NewAction.Source(
            plain(indicator),
            id(record, "record", "improvement.action.record-unknown"),
            plain(label).isEmpty() ? plain(title) : plain(label),
            page(path));
  }

  /// A decision as typed, with the first action.
  public record RulingForm(
      @Nullable String decision,
      @Nullable String motive,
      @Nullable String actionTitle,
      @Nullable String actionOwner,
      @Nullable String actionDue,
      @Nullable String conclusion,
      @Nullable Integer version) {

    public static final RulingForm EMPTY = new RulingForm(null, null, null, null, null, null, null);

    int read() {
      return version == null ? -1 : version;
    }

    /// @param owner who answers for the first action, if somebody is named
    FindingRegister.Ruling ruling(Finding finding, @Nullable UUID owner) {
      Decision wanted = Decision.of(plain(decision));
      return new FindingRegister.Ruling(
          wanted,
          plain(motive),
          wanted == Decision.ACT && !plain(actionTitle).isEmpty()
              ? List.of(action(finding, owner))
              : List.of());
    }

    private NewAction action(Finding finding, @Nullable UUID owner) {
      LocalDate due;
      try {
        due = LocalDate.parse(plain(actionDue));
      } catch (DateTimeParseException e) {
        throw new Refused(
                plain(actionDue).isEmpty()
                    ? "improvement.action.due-missing"
                    : "improvement.action.day-malformed")
            .at("actionDue");
      }
      return new NewAction(
          plain(actionTitle),
          "",
          new NewAction.Source(
              FindingStore.KIND, finding.id(), finding.title(), "/findings/" + finding.id()),
          FindingRegister.placeOf(finding),
          new NewAction.Hands(owner, null),
          due,
          se.tillit.improvement.Priority.NORMAL);
    }
  }

  private static @Nullable String page(@Nullable String path) {
    return plain(path).matches("/[A-Za-z0-9/_.?=&%-]*") ? plain(path) : null;
  }

  private static @Nullable UUID id(@Nullable String text, String field, String otherwise) {
    if (plain(text).isEmpty()) {
      return null;
    }
    try {
      return UUID.fromString(plain(text));
    } catch (IllegalArgumentException e) {
      throw new Refused(otherwise).at(field);
    }
  }

  public static String plain(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}

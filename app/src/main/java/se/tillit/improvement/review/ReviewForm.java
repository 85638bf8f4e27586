package se.tillit.improvement.review;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.improvement.AgendaPoint;
import se.tillit.kernel.Refused;

/// A review as typed: participants one a line, notes by the agenda's points.
public record ReviewForm(
    @Nullable String title,
    @Nullable String day,
    @Nullable String body,
    @Nullable String reference,
    @Nullable String participants,
    @Nullable String conclusion,
    @Nullable Map<String, String> notes,
    @Nullable Integer version) {

  static ReviewForm of(Review it) {
    UUID body = it.body();
    return new ReviewForm(
        it.title(),
        it.day().toString(),
        body == null ? "" : body.toString(),
        it.reference(),
        String.join("\n", it.participants()),
        it.conclusion(),
        it.notes(),
        it.version());
  }

  ReviewDraft draft() {
    var said = new EnumMap<AgendaPoint, String>(AgendaPoint.class);
    for (AgendaPoint point : AgendaPoint.values()) {
      said.put(point, note(point));
    }
    return new ReviewDraft(
        plain(title),
        day(day, "day"),
        id(body, "body", "improvement.action.body-unknown"),
        plain(reference),
        plain(conclusion),
        List.of(plain(participants).split("\\R")),
        said);
  }

  public String note(AgendaPoint point) {
    return notes == null ? "" : plain(notes.get(point.key()));
  }

  static @Nullable LocalDate day(@Nullable String text, String field) {
    try {
      return plain(text).isEmpty() ? null : LocalDate.parse(plain(text));
    } catch (DateTimeParseException e) {
      throw new Refused("improvement.action.day-malformed").at(field);
    }
  }

  static @Nullable UUID id(@Nullable String text, String field, String otherwise) {
    try {
      return plain(text).isEmpty() ? null : UUID.fromString(plain(text));
    } catch (IllegalArgumentException e) {
      throw new Refused(otherwise).at(field);
    }
  }

  public static String plain(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}

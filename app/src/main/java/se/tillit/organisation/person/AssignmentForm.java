package se.tillit.organisation.person;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.kernel.Period;
import se.tillit.kernel.Refused;

/// What a person does, as somebody types it, on a page or as JSON: in a unit, or, when elected, in
/// a body.
public record AssignmentForm(
    @Nullable String kind,
    @Nullable String unit,
    @Nullable String body,
    @Nullable String title,
    @Nullable String from,
    @Nullable String to) {

  static final List<String> KINDS = List.of("employee", "manager", "elected", "consultant");
  private static final int TITLE = 200;

  static AssignmentForm blank(@Nullable String kind, @Nullable String unit, LocalDate today) {
    String wanted = kind == null || !KINDS.contains(kind) ? "employee" : kind;
    return new AssignmentForm(wanted, unit, "", "", today.toString(), "");
  }

  static AssignmentForm of(AssignmentRow row) {
    return new AssignmentForm(
        row.kind(),
        row.unit() == null ? "" : row.unit().toString(),
        row.body() == null ? "" : row.body().toString(),
        row.title(),
        row.from().toString(),
        row.to() == null ? "" : row.to().toString());
  }

  /// Nothing chosen: a person without anything to do yet.
  boolean isEmpty() {
    return blank(unit) && blank(body) && blank(title);
  }

  NewAssignment assignment(UUID person, LocalDate today) {
    String sort = blank(kind) ? "employee" : String.valueOf(kind).strip();
    if (!KINDS.contains(sort)) {
      throw new Refused("organisation.assignment.kind.unknown").at("kind");
    }
    boolean elected = sort.equals("elected");
    if (elected && (blank(body) || !blank(unit))) {
      throw new Refused("organisation.assignment.body.missing").at("body");
    }
    if (!elected && (blank(unit) || !blank(body))) {
      throw new Refused("organisation.assignment.unit.missing").at("unit");
    }
    LocalDate first = blank(from) ? today : day(from, "from");
    LocalDate last = blank(to) ? null : day(to, "to");
    if (last != null && last.isBefore(first)) {
      throw new Refused("organisation.import.ends-before-start").at("to");
    }
    return new NewAssignment(
        person,
        sort,
        elected ? null : id(unit, "unit"),
        elected ? id(body, "body") : null,
        named(title),
        new Period(first, last));
  }

  private static String named(@Nullable String typed) {
    String text = typed == null ? "" : typed.replace("\0", "").strip();
    if (text.length() > TITLE) {
      throw new Refused("exchange.table.cell.too-long", text.length(), TITLE).at("title");
    }
    return text;
  }

  private static LocalDate day(@Nullable String typed, String field) {
    try {
      return LocalDate.parse(String.valueOf(typed).strip());
    } catch (DateTimeParseException notADay) {
      throw (Refused) new Refused("exchange.table.cell.not-a-day").at(field).initCause(notADay);
    }
  }

  private static UUID id(@Nullable String typed, String field) {
    try {
      return UUID.fromString(String.valueOf(typed).strip());
    } catch (IllegalArgumentException noId) {
      throw (Refused)
          new Refused("organisation.assignment." + field + ".missing").at(field).initCause(noId);
    }
  }

  private static boolean blank(@Nullable String typed) {
    return typed == null || typed.isBlank();
  }
}

package se.tillit.governingdocument.adoption;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.kernel.Refused;

/// A decision as typed: up to four steps side by side; rows without a body are not steps.
public record AdoptionForm(
    @Nullable List<String> body,
    @Nullable List<String> day,
    @Nullable List<String> paragraph,
    @Nullable List<String> reference,
    @Nullable String from,
    @Nullable String to,
    @Nullable List<UUID> replaces) {

  public static final int ROWS = 4;

  static AdoptionForm empty() {
    return new AdoptionForm(null, null, null, null, null, null, null);
  }

  public String bodyAt(int row) {
    return at(body, row);
  }

  public String dayAt(int row) {
    return at(day, row);
  }

  public String paragraphAt(int row) {
    return at(paragraph, row);
  }

  public String referenceAt(int row) {
    return at(reference, row);
  }

  public String fromText() {
    return from == null ? "" : from;
  }

  public String toText() {
    return to == null ? "" : to;
  }

  public boolean isReplacing(UUID document) {
    return replaces != null && replaces.contains(document);
  }

  Decision decision() {
    var steps = new ArrayList<Decision.Step>();
    for (int row = 0; row < ROWS; row++) {
      if (!bodyAt(row).isBlank()) {
        steps.add(
            new Decision.Step(
                UUID.fromString(bodyAt(row)),
                date(dayAt(row), "day-" + row),
                demanded(paragraphAt(row), row),
                referenceAt(row).strip()));
      }
    }
    LocalDate begins =
        fromText().isBlank() && !steps.isEmpty() ? steps.getLast().day() : date(fromText(), "from");
    LocalDate ends = toText().isBlank() ? null : date(toText(), "to");
    return new Decision(steps, begins, ends, null, replaces == null ? List.of() : replaces);
  }

  private static String demanded(String paragraph, int row) {
    if (paragraph.isBlank()) {
      throw new Refused("governingdocument.adopt.paragraph-missing").at("paragraph-" + row);
    }
    return paragraph.strip();
  }

  private static LocalDate date(String text, String field) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      throw new Refused("governingdocument.day.malformed", text).at(field);
    }
  }

  private static String at(@Nullable List<String> values, int row) {
    return values == null || row >= values.size() || values.get(row) == null ? "" : values.get(row);
  }
}

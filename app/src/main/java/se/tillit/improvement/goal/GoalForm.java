package se.tillit.improvement.goal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.kernel.Refused;

/// A goal as typed.
public record GoalForm(
    @Nullable String title,
    @Nullable String description,
    @Nullable String level,
    @Nullable String parent,
    @Nullable String body,
    @Nullable String from,
    @Nullable String to,
    @Nullable String indicator,
    @Nullable String unitWord,
    @Nullable String baseline,
    @Nullable String target,
    @Nullable Integer version) {

  static GoalForm of(Goal it) {
    BigDecimal baseline = it.measure().baseline();
    return new GoalForm(
        it.title(),
        it.description(),
        it.level(),
        text(it.parent()),
        text(it.body()),
        it.from().toString(),
        it.to().toString(),
        it.measure().indicator(),
        it.measure().unitWord(),
        baseline == null ? "" : plain(baseline),
        plain(it.measure().target()),
        it.version());
  }

  GoalDraft draft() {
    String key = plain(indicator);
    return new GoalDraft(
        plain(title),
        plain(description),
        plain(level).isEmpty() ? "yearly" : plain(level),
        id(parent, "parent", "improvement.goal.parent-unknown"),
        id(body, "body", "improvement.action.body-unknown"),
        new GoalDraft.Span(day(from, "from"), day(to, "to")),
        new GoalDraft.Aim(
            key.isEmpty() ? null : key,
            plain(unitWord),
            number(baseline, "baseline"),
            number(target, "target")));
  }

  static @Nullable LocalDate day(@Nullable String text, String field) {
    try {
      return plain(text).isEmpty() ? null : LocalDate.parse(plain(text));
    } catch (DateTimeParseException e) {
      throw new Refused("improvement.action.day-malformed").at(field);
    }
  }

  /// Written with a comma or a point, with or without spaces.
  static @Nullable BigDecimal number(@Nullable String text, String field) {
    String digits = plain(text).replaceAll("[\\s\\u00a0\\u202f]", "").replace(',', '.');
    if (digits.isEmpty()) {
      return null;
    }
    if (!digits.matches("-?[0-9]{1,12}(\\.[0-9]{1,2})?")) {
      throw new Refused("improvement.goal.number-malformed").at(field);
    }
    return new BigDecimal(digits);
  }

  private static @Nullable UUID id(@Nullable String text, String field, String otherwise) {
    try {
      return plain(text).isEmpty() ? null : UUID.fromString(plain(text));
    } catch (IllegalArgumentException e) {
      throw new Refused(otherwise).at(field);
    }
  }

  public static String plain(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  private static String text(@Nullable UUID id) {
    return id == null ? "" : id.toString();
  }
}

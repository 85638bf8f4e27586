package se.tillit.improvement.goal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.kernel.Refused;

/// A goal as somebody wants it written.
record GoalDraft(
    String title,
    String description,
    String level,
    @Nullable UUID parent,
    @Nullable UUID body,
    Span span,
    Aim aim) {

  static final List<String> LEVELS = List.of("strategic", "yearly");

  /// From its first to its last day.
  record Span(@Nullable LocalDate from, @Nullable LocalDate to) {

    LocalDate first() {
      if (from == null) {
        throw new Refused("improvement.goal.days-missing").at("from");
      }
      return from;
    }

    LocalDate last() {
      if (to == null) {
        throw new Refused("improvement.goal.days-missing").at("to");
      }
      return to;
    }
  }

  /// What measures it: an indicator by key, or a figure of its own from where it stands.
  record Aim(
      @Nullable String indicator,
      String unitWord,
      @Nullable BigDecimal baseline,
      @Nullable BigDecimal target) {

    BigDecimal wanted() {
      if (target == null) {
        throw new Refused("improvement.goal.target-missing").at("target");
      }
      return target;
    }
  }

  GoalDraft {
    if (title.isBlank()) {
      throw new Refused("improvement.goal.title-missing").at("title");
    }
    if (title.length() > 200) {
      throw new Refused("improvement.action.title-long", 200).at("title");
    }
    if (!LEVELS.contains(level)) {
      throw new Refused("improvement.goal.level-unknown").at("level");
    }
    if (level.equals("strategic") && parent != null) {
      throw new Refused("improvement.goal.parent-of-strategic").at("parent");
    }
    if (!span.first().isBefore(span.last())) {
      throw new Refused("improvement.goal.days-wrong").at("to");
    }
    demandSound(aim);
  }

  private static void demandSound(Aim aim) {
    BigDecimal target = aim.wanted();
    if (aim.indicator() == null) {
      if (aim.baseline() == null) {
        throw new Refused("improvement.goal.baseline-missing").at("baseline");
      }
      if (aim.baseline().compareTo(target) == 0) {
        throw new Refused("improvement.goal.no-way").at("target");
      }
    } else if (target.compareTo(BigDecimal.ONE) < 0
        || target.compareTo(BigDecimal.valueOf(100)) > 0) {
      throw new Refused("improvement.goal.share-wrong").at("target");
    }
  }
}

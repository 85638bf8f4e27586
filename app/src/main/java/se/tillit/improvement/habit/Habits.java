package se.tillit.improvement.habit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import se.tillit.kernel.Refused;

/// How a tenant runs its improvement.
///
/// @param decideDays within so many days a finding is decided upon
/// @param recheckDays so many days after an action is done its effect is looked at
/// @param linkDays so long the link of a letter answers for an action
/// @param ladder who is told when an action is overdue, the first rung first
public record Habits(
    int decideDays, int recheckDays, int linkDays, List<Rung> ladder, int version) {

  /// What holds until a tenant decides otherwise.
  public static final Habits SHIPPED =
      new Habits(
          30,
          90,
          14,
          List.of(new Rung(1, Who.OWNER), new Rung(7, Who.MANAGER), new Rung(14, Who.COORDINATOR)),
          -1);

  private static final int A_YEAR = 365;
  private static final int MOST_RUNGS = 10;

  public Habits {
    ladder =
        ladder.stream()
            .sorted(Comparator.comparing(Rung::daysAfter).thenComparing(Rung::who))
            .toList();
  }

  /// So many days after its last day, somebody is told of an action that is still open.
  public record Rung(int daysAfter, Who who) {}

  /// Whom a rung tells: the one who answers for the action, the manager above her, or the
  /// coordinators.
  public enum Who {
    OWNER,
    MANAGER,
    COORDINATOR;

    @JsonValue
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Who of(String key) {
      return Arrays.stream(values())
          .filter(it -> it.key().equals(key))
          .findFirst()
          .orElseThrow(() -> new Refused("improvement.habits.who-unknown").at("ladder"));
    }
  }

  void demandSound() {
    demand(decideDays, A_YEAR, "decideDays");
    demand(recheckDays, 2 * A_YEAR, "recheckDays");
    demand(linkDays, 60, "linkDays");
    if (ladder.size() > MOST_RUNGS) {
      throw new Refused("improvement.habits.ladder-long", MOST_RUNGS).at("ladder");
    }
    ladder.forEach(rung -> demand(rung.daysAfter(), A_YEAR, "ladder"));
    if (new HashSet<>(ladder).size() < ladder.size()) {
      throw new Refused("improvement.habits.rung-twice").at("ladder");
    }
  }

  private static void demand(int days, int most, String field) {
    if (days < 1 || days > most) {
      throw new Refused("improvement.habits.days-wrong", 1, most).at(field);
    }
  }
}

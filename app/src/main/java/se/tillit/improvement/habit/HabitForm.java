package se.tillit.improvement.habit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Habits as typed. A rung without days is left out.
public record HabitForm(
    @Nullable String decideDays,
    @Nullable String recheckDays,
    @Nullable String linkDays,
    @Nullable List<String> daysAfter,
    @Nullable List<String> who,
    @Nullable Integer version) {

  /// A rung as typed.
  public record TypedRung(String days, String who) {}

  static HabitForm of(Habits habits) {
    return new HabitForm(
        Integer.toString(habits.decideDays()),
        Integer.toString(habits.recheckDays()),
        Integer.toString(habits.linkDays()),
        habits.ladder().stream().map(it -> Integer.toString(it.daysAfter())).toList(),
        habits.ladder().stream().map(it -> it.who().key()).toList(),
        habits.version());
  }

  List<TypedRung> rungs() {
    var rungs = new ArrayList<TypedRung>();
    List<String> days = daysAfter == null ? List.of() : daysAfter;
    List<String> whom = who == null ? List.of() : who;
    for (int at = 0; at < Math.min(days.size(), whom.size()); at++) {
      if (!days.get(at).isBlank()) {
        rungs.add(new TypedRung(days.get(at).strip(), whom.get(at)));
      }
    }
    return rungs;
  }

  Habits habits() {
    return new Habits(
        number(decideDays),
        number(recheckDays),
        number(linkDays),
        rungs().stream()
            .map(it -> new Habits.Rung(number(it.days()), Habits.Who.of(it.who())))
            .toList(),
        0);
  }

  public static String plain(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  /// Zero when it is no number, which no habit may be.
  private static int number(@Nullable String text) {
    try {
      return Integer.parseInt(plain(text));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}

package se.tillit.indicator;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/// The figures of all indicators: kept by the day, fresh when asked for, opened down to the records
/// behind them (K-4b). Sums are read from the views of `R__publish_figures.sql`.
public interface Figures {

  /// Recomputes what has changed since it was computed; nothing when nothing has.
  void refresh();

  /// Every indicator there is, by key.
  List<Indicator> all();

  Optional<Indicator> byKey(String key);

  /// The records behind a figure, those not met first.
  ///
  /// @param reach which of them, told of their `body_id` and `unit_id`
  List<Behind> behind(Indicator indicator, Reach reach, Window window);

  /// A condition on the body and unit of records.
  @FunctionalInterface
  interface Reach {
    Condition of(Field<UUID> body, Field<UUID> unit);
  }

  /// How many records, after how many, whether only those that are not met, and of which clause
  /// where the indicator tells them apart.
  record Window(int limit, int offset, boolean unmetOnly, @Nullable UUID clause) {}

  /// A record behind a figure: what it is called, whether it is met, what would make it so, who can
  /// do it, and where.
  record Behind(
      @Nullable UUID body,
      @Nullable UUID unit,
      @Nullable UUID record,
      String label,
      boolean met,
      @Nullable String remedy,
      @Nullable UUID person,
      @Nullable String path) {}
}

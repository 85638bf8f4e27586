package se.tillit.organisation.unit;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tillit.kernel.Unknown;

/// Many changes of units at once, in the transaction of an import, which leaves the one trail entry
/// for all of them. The tree is drawn anew at the end.
@Component
public class UnitBulk {

  private final UnitStore store;
  private final TreeHistory history;

  UnitBulk(UnitStore store, TreeHistory history) {
    this.store = store;
    this.history = history;
  }

  /// Only the unit itself: it gets a place when all units are there.
  public void add(UUID id, @Nullable String code) {
    store.insertUnit(id, code);
  }

  public void place(UUID id, LocalDate from, Placement placement) {
    store.insertPeriod(id, from, null, placement);
  }

  public Placement on(UUID id, LocalDate day) {
    return standing(id, day).placement();
  }

  public void move(UUID id, LocalDate from, Placement placement) {
    UnitStore.Standing before = standing(id, from);
    if (before.from().equals(from)) {
      store.rename(id, from, placement);
    } else {
      store.end(id, before.from(), from.minusDays(1));
      store.insertPeriod(id, from, before.to(), placement);
    }
  }

  public void end(UUID id, LocalDate day) {
    UnitStore.Standing standing = standing(id, day);
    LocalDate last = day.minusDays(1);
    LocalDate from = standing.from();
    store.end(id, from, last.isBefore(from) ? from : last);
    store.deleteAfter(id, last);
  }

  private UnitStore.Standing standing(UUID id, LocalDate day) {
    return store.on(id, day).orElseThrow(() -> new Unknown("unit", id));
  }

  public void drawTree() {
    history.rebuild();
  }
}

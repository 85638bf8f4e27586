package se.tillit.exchange.column;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tillit.exchange.table.TableReader;
import se.tillit.exchange.table.TableRow;
import se.tillit.kernel.Refused;

/// The columns that a kind of table has, found in a file by their headings in any language.
public final class Columns {

  /// Many put a title or a date above the headings.
  private static final int ROWS_BEFORE_HEADINGS = 10;

  private final List<Column<?>> columns;
  private final Wording wording;
  private final Map<String, Column<?>> byName = new HashMap<>();

  private Columns(List<Column<?>> columns, Wording wording) {
    this.columns = columns;
    this.wording = wording;
    for (Column<?> column : columns) {
      for (String name : wording.names(column.key())) {
        @Nullable Column<?> other = byName.put(name, column);
        if (other != null) {
          throw new IllegalArgumentException(
              name + " names both " + other.key() + " and " + column.key());
        }
      }
    }
  }

  public static Columns of(Wording wording, List<? extends Column<?>> columns) {
    return new Columns(List.copyOf(columns), wording);
  }

  public List<String> headings(Locale language) {
    return columns.stream().map(column -> wording.heading(column.key(), language)).toList();
  }

  /// Finds the headings and stands ready to read the rows below them.
  ///
  /// @throws Refused when there are none, a required one is missing, or one stands twice
  public TableReading read(TableReader rows) {
    @Nullable TableRow best = null;
    int most = 0;
    List<TableRow> seen = new ArrayList<>();
    while (seen.size() < ROWS_BEFORE_HEADINGS && rows.hasNext()) {
      TableRow row = rows.next();
      seen.add(row);
      int known = known(row);
      if (known > most) {
        most = known;
        best = row;
      }
    }
    if (best == null) {
      throw seen.isEmpty()
          ? new Refused("exchange.table.empty")
          : new Refused("exchange.table.no-headings", names(columns));
    }
    Map<Integer, Column<?>> places = places(best);
    refuseMissing(places);
    List<TableRow> below = seen.subList(seen.indexOf(best) + 1, seen.size());
    return new TableReading(best, places, below, rows);
  }

  private int known(TableRow row) {
    return (int) row.cells().stream().map(this::column).filter(found -> found != null).count();
  }

  private @Nullable Column<?> column(String heading) {
    return byName.get(Wording.plain(heading));
  }

  private Map<Integer, Column<?>> places(TableRow headings) {
    Map<Integer, Column<?>> places = new LinkedHashMap<>();
    for (int i = 0; i < headings.cells().size(); i++) {
      @Nullable Column<?> column = column(headings.text(i));
      if (column != null) {
        if (places.containsValue(column)) {
          throw new Refused("exchange.table.column-twice", headings.text(i).strip());
        }
        places.put(i, column);
      }
    }
    return places;
  }

  private void refuseMissing(Map<Integer, Column<?>> places) {
    List<Column<?>> missing = new ArrayList<>();
    for (Column<?> column : columns) {
      if (column.required() && !places.containsValue(column)) {
        missing.add(column);
      }
    }
    if (!missing.isEmpty()) {
      throw new Refused("exchange.table.missing-columns", names(missing));
    }
  }

  private String names(List<Column<?>> some) {
    return String.join(
        ", ",
        some.stream()
            .map(column -> wording.heading(column.key(), Wording.LANGUAGES.getFirst()))
            .toList());
  }
}

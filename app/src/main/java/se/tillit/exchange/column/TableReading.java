package se.tillit.exchange.column;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.tillit.exchange.table.TableReader;
import se.tillit.exchange.table.TableRow;

/// The rows below the headings, understood one at a time.
public final class TableReading implements Iterator<RowReading> {

  /// What a spreadsheet shows where a formula has failed, in any language.
  private static final Pattern FORMULA_ERROR = Pattern.compile("#(N/A|[\\p{Lu}0-9/_]+[!?])");

  private final TableRow headings;
  private final Map<Integer, Column<?>> places;
  private final Iterator<TableRow> below;
  private final TableReader rows;

  TableReading(
      TableRow headings, Map<Integer, Column<?>> places, List<TableRow> below, TableReader rows) {
    this.headings = headings;
    this.places = places;
    this.below = below.iterator();
    this.rows = rows;
  }

  /// Headings that no column answers to, and whose cells are therefore not read.
  public List<String> unknownHeadings() {
    List<String> unknown = new ArrayList<>();
    for (int i = 0; i < headings.cells().size(); i++) {
      if (!places.containsKey(i) && !headings.text(i).isBlank()) {
        unknown.add(headings.text(i).strip());
      }
    }
    return unknown;
  }

  /// Whether the file has the column at all: one that is absent says nothing about its values.
  public boolean has(Column<?> column) {
    return places.containsValue(column);
  }

  @Override
  public boolean hasNext() {
    return below.hasNext() || rows.hasNext();
  }

  @Override
  public RowReading next() {
    TableRow row = below.hasNext() ? below.next() : rows.next();
    RowInHand hand = new RowInHand(row);
    places.forEach(hand::read);
    hand.noticeStrayCells();
    return new RowReading(row.sheetRow(), hand.values, hand.problems, hand.notices);
  }

  /// A row while its cells are being understood.
  private final class RowInHand {
    private final TableRow row;
    private final Map<Column<?>, Object> values = new HashMap<>();
    private final List<RowProblem> problems = new ArrayList<>();
    private final List<RowProblem> notices = new ArrayList<>();

    RowInHand(TableRow row) {
      this.row = row;
    }

    void read(int place, Column<?> column) {
      String raw = row.text(place);
      CleanText clean = CleanText.of(raw, column.parser().keepsLines());
      if (clean.cleaned()) {
        notices.add(problem(place, clean.text(), "exchange.table.cell.cleaned"));
      }
      if (clean.text().isEmpty()) {
        if (column.filled()) {
          problems.add(problem(place, "", "exchange.table.cell.missing"));
        }
      } else if (FORMULA_ERROR.matcher(clean.text()).matches()) {
        problems.add(problem(place, clean.text(), "exchange.table.cell.formula-error"));
      } else {
        keep(place, column, clean.text());
      }
    }

    private void keep(int place, Column<?> column, String text) {
      switch (column.parser().parse(text)) {
        case Parsed.Value<?>(Object value) -> values.put(column, value);
        case Parsed.Problem<?>(String key, List<Object> arguments) ->
            problems.add(problem(place, text, key, arguments.toArray()));
      }
    }

    void noticeStrayCells() {
      for (int place = 0; place < row.cells().size(); place++) {
        if (headings.text(place).isBlank() && !row.text(place).isBlank()) {
          CleanText clean = CleanText.of(row.text(place), false);
          notices.add(problem(place, clean.text(), "exchange.table.cell.no-heading"));
        }
      }
    }

    private RowProblem problem(int place, String value, String key, @Nullable Object... arguments) {
      String heading = headings.text(place).strip();
      String column = heading.isEmpty() ? letters(place) : heading;
      return new RowProblem(row.sheetRow(), column, value, key, List.of(arguments));
    }
  }

  /// The name of a column as spreadsheets count them: A to Z, then AA.
  private static String letters(int place) {
    String last = String.valueOf((char) ('A' + place % 26));
    return place < 26 ? last : letters(place / 26 - 1) + last;
  }
}

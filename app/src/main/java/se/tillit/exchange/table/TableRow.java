package se.tillit.exchange.table;

import java.util.List;

/// One row as it stands in the file: its number there, counted from one, and its cells as text.
public record TableRow(int sheetRow, List<String> cells) {

  public TableRow {
    cells = List.copyOf(cells);
  }

  public String text(int column) {
    return column < cells.size() ? cells.get(column) : "";
  }
}

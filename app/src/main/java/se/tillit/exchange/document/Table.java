package se.tillit.exchange.document;

import java.util.List;

/// A table with a caption and column headings that return on every page; each row is named by its
/// first cell.
public record Table(String caption, List<Column> columns, List<Row> rows) implements Block {

  /// Where the words of a column stand; figures stand at the end, so that they can be compared.
  public enum Alignment {
    START,
    END
  }

  /// A column's heading, its alignment, and its share of the width beside the others'.
  public record Column(String heading, Alignment alignment, int share) {

    public static Column text(String heading, int share) {
      return new Column(heading, Alignment.START, share);
    }

    public static Column figure(String heading, int share) {
      return new Column(heading, Alignment.END, share);
    }
  }

  /// A row of cells, one per column; an emphasised row sums up others.
  public record Row(List<Cell> cells, boolean emphasised) {

    public Row {
      cells = List.copyOf(cells);
    }

    public static Row of(Cell... cells) {
      return new Row(List.of(cells), false);
    }

    public static Row of(String... cells) {
      return new Row(List.of(cells).stream().map(Cell::of).toList(), false);
    }

    public static Row sum(String... cells) {
      return new Row(List.of(cells).stream().map(Cell::of).toList(), true);
    }
  }

  /// One value, and the state it tells of, if any.
  public record Cell(String text, Tone tone) {

    public static Cell of(String text) {
      return new Cell(text, Tone.PLAIN);
    }
  }

  public Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    for (Row row : rows) {
      if (row.cells().size() != columns.size()) {
        throw new IllegalArgumentException(
            "A row has " + row.cells().size() + " cells under " + columns.size() + " headings");
      }
    }
  }
}

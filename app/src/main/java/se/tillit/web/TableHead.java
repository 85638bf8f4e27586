package se.tillit.web;

import org.jspecify.annotations.Nullable;

/// The head of one column: its label, how it is sorted now, and the address that sorts by it.
///
/// @param href sorts by this column, or the other way when it is sorted already; absent when it
///   can't be sorted
public record TableHead(String label, Align align, Sort sort, @Nullable String href) {

  public static TableHead text(String label) {
    return new TableHead(label, Align.START, Sort.NONE, null);
  }

  public static TableHead number(String label) {
    return new TableHead(label, Align.END, Sort.NONE, null);
  }

  /// The same head, sortable.
  public TableHead sortable(String newHref, Sort newSort) {
    return new TableHead(label, align, newSort, newHref);
  }

  /// Text starts at the left; numbers end at the right, digit under digit.
  public enum Align {
    START,
    END
  }

  /// The order that the rows stand in by this column.
  public enum Sort {
    NONE("none"),
    ASCENDING("ascending"),
    DESCENDING("descending");

    private final String aria;

    Sort(String aria) {
      this.aria = aria;
    }

    public String aria() {
      return aria;
    }
  }
}

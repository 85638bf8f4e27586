package se.tillit.exchange.column;

/// Understands the cells of one column. The text is clean, trimmed and never empty.
@FunctionalInterface
public interface CellParser<T> {

  Parsed<T> parse(String text);

  /// Whether line breaks in a cell mean something and are kept.
  default boolean keepsLines() {
    return false;
  }
}

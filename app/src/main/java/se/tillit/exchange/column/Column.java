package se.tillit.exchange.column;

/// A column that a table may or must have.
///
/// @param key the message key of its heading; the same key with `.synonyms` gives other names
/// @param required whether the column must be there, and no cell of it empty
public record Column<T>(String key, boolean required, CellParser<T> parser) {

  public static <T> Column<T> required(String key, CellParser<T> parser) {
    return new Column<>(key, true, parser);
  }

  public static <T> Column<T> optional(String key, CellParser<T> parser) {
    return new Column<>(key, false, parser);
  }
}

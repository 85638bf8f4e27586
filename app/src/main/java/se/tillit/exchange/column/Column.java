package se.tillit.exchange.column;

/// A column that a table may or must have.
///
/// @param key the message key of its heading; the same key with `.synonyms` gives other names
/// @param required whether the column must be there
/// @param filled whether no cell of it may be empty
public record Column<T>(String key, boolean required, boolean filled, CellParser<T> parser) {

  public static <T> Column<T> required(String key, CellParser<T> parser) {
    return new Column<>(key, true, true, parser);
  }

  /// A column that must be there, though some of its cells may be empty.
  public static <T> Column<T> present(String key, CellParser<T> parser) {
    return new Column<>(key, true, false, parser);
  }

  public static <T> Column<T> optional(String key, CellParser<T> parser) {
    return new Column<>(key, false, false, parser);
  }
}

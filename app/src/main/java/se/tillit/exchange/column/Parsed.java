package se.tillit.exchange.column;

import java.util.List;

/// What became of the text of a cell: a value, or the reason why it is none.
public sealed interface Parsed<T> {

  static <T> Parsed<T> value(T value) {
    return new Value<>(value);
  }

  static <T> Parsed<T> problem(String messageKey, Object... arguments) {
    return new Problem<>(messageKey, List.of(arguments));
  }

  /// The text means this.
  record Value<T>(T value) implements Parsed<T> {}

  /// The text means nothing that the column can hold.
  record Problem<T>(String messageKey, List<Object> arguments) implements Parsed<T> {}
}

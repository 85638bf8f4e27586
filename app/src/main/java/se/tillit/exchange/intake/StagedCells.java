package se.tillit.exchange.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tillit.exchange.column.Column;
import se.tillit.exchange.column.RowReading;

/// A sound row as a line of PostgreSQL's COPY: the row's number, and its cells as an array.
final class StagedCells {

  private final StringBuilder line = new StringBuilder();

  String line(RowReading row, List<Column<?>> columns) {
    line.setLength(0);
    line.append(row.sheetRow()).append("\t{");
    for (int i = 0; i < columns.size(); i++) {
      if (i > 0) {
        line.append(',');
      }
      append(row.value(columns.get(i)).map(Object::toString).orElse(null));
    }
    return line.append("}\n").toString();
  }

  /// Within the array a quote or backslash takes a backslash, and in COPY that one takes another.
  private void append(@Nullable String value) {
    if (value == null) {
      line.append("NULL");
      return;
    }
    line.append('"');
    for (int i = 0; i < value.length(); i++) {
      char character = value.charAt(i);
      switch (character) {
        case '"' -> line.append("\\\\\"");
        case '\\' -> line.append("\\\\\\\\");
        case '\n' -> line.append("\\n");
        case '\r' -> line.append("\\r");
        case '\t' -> line.append("\\t");
        default -> line.append(character);
      }
    }
    line.append('"');
  }
}

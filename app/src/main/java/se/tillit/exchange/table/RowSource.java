package se.tillit.exchange.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where rows come from: a workbook or a text file.
interface RowSource extends Closeable {

  /// The next row that holds something, or null after the last.
  @Nullable TableRow next() throws IOException;

  /// What the file holds beside the rows that are read, such as further sheets.
  default List<String> unread() {
    return List.of();
  }
}

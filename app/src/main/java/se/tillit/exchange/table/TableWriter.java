package se.tillit.exchange.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes a table row by row, in memory that does not grow with it. A cell is a text, a number, a
/// day, or null where there is nothing; no text is ever written so that it could be executed.
public interface TableWriter extends Closeable {

  /// A workbook with one sheet: headings bold and frozen, a filter on each.
  static TableWriter workbook(OutputStream out, String sheet, List<String> headings)
      throws IOException {
    return new WorkbookWriter(out, sheet, headings);
  }

  /// A text file as Excel in Sweden opens it: UTF-8 with its mark, parted by semicolons.
  static TableWriter text(OutputStream out, List<String> headings) throws IOException {
    return new TextWriter(out, headings);
  }

  void row(List<? extends @Nullable Object> cells) throws IOException;

  /// Writes what remains. The stream itself is left open to its owner.
  @Override
  void close() throws IOException;
}

package se.tillit.exchange.table;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import se.tillit.kernel.Refused;

/// The rows of a spreadsheet or text file, one at a time, in memory that does not grow with the
/// file.
///
/// What the file is, its content tells; its name is not asked. Blank rows are passed over and keep
/// their number. Whatever cannot be read, or is larger than the limits, is refused in plain words.
public final class TableReader implements Iterator<TableRow>, Closeable {

  private final RowSource source;
  private final int mostRows;
  private @Nullable TableRow ahead;
  private boolean ended;
  private int rows;

  private TableReader(RowSource source, int mostRows) {
    this.source = source;
    this.mostRows = mostRows;
  }

  public static TableReader open(Path file, TableLimits limits) {
    try {
      long size = Files.size(file);
      if (size > limits.bytes()) {
        throw new Refused("exchange.table.too-large", limits.bytes() >> 20);
      }
      return new TableReader(sourceOf(file, limits), limits.rows());
    } catch (ZipException | EOFException damaged) {
      throw damaged(damaged);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static RowSource sourceOf(Path file, TableLimits limits) throws IOException {
    return switch (FileKind.recognise(file)) {
      case WORKBOOK -> WorkbookRows.open(file, limits);
      case TEXT -> TextRows.open(file, limits);
    };
  }

  /// The names of the sheets that were left unread: a table is the first visible sheet.
  public List<String> unreadSheets() {
    return source.unread();
  }

  @Override
  public boolean hasNext() {
    if (ahead == null && !ended) {
      advance();
    }
    return ahead != null;
  }

  @Override
  public TableRow next() {
    if (!hasNext() || ahead == null) {
      throw new NoSuchElementException();
    }
    TableRow row = ahead;
    ahead = null;
    return row;
  }

  private void advance() {
    try {
      ahead = source.next();
      ended = ahead == null;
      if (ahead != null && ++rows > mostRows) {
        throw new Refused("exchange.table.too-many-rows", mostRows);
      }
    } catch (ZipException | EOFException damaged) {
      throw damaged(damaged);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static Refused damaged(Throwable cause) {
    Refused refused = new Refused("exchange.table.damaged");
    refused.initCause(cause);
    return refused;
  }

  @Override
  public void close() {
    try {
      source.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}

package se.tillit.exchange.table;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import se.tillit.kernel.Refused;

/// The rows of a text file. A row with line breaks inside quotes is one row, as a spreadsheet
/// program shows it.
final class TextRows implements RowSource {

  private static final int SAMPLE = 1 << 16;

  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final RowGuard guard;
  private final TableLimits limits;
  private int row;

  private TextRows(CSVParser parser, RowGuard guard, TableLimits limits) {
    this.parser = parser;
    this.records = parser.iterator();
    this.guard = guard;
    this.limits = limits;
  }

  static TextRows open(Path file, TableLimits limits) throws IOException {
    Reader text = TextEncoding.of(file).read(file);
    try {
      Separator separator = Separator.of(sample(text));
      text.skip(separator.directive());
      RowGuard guard = new RowGuard(text, limits);
      return new TextRows(
          CSVParser.parse(guard, Separator.format(separator.character())), guard, limits);
    } catch (RuntimeException | IOException failure) {
      text.close();
      throw failure;
    }
  }

  private static String sample(Reader text) throws IOException {
    char[] sample = new char[SAMPLE];
    text.mark(SAMPLE + 1);
    int length = 0;
    for (int read; length < SAMPLE && (read = text.read(sample, length, SAMPLE - length)) > 0; ) {
      length += read;
    }
    text.reset();
    return new String(sample, 0, length);
  }

  @Override
  public @Nullable TableRow next() throws IOException {
    try {
      while (nextRecord()) {
        List<String> cells = cells(records.next());
        if (!cells.isEmpty()) {
          return new TableRow(row, cells);
        }
      }
      return null;
    } catch (UncheckedIOException failure) {
      if (failure.getCause() instanceof CSVException) {
        throw new Refused("exchange.table.unclosed-quote", row);
      }
      throw failure.getCause();
    }
  }

  private boolean nextRecord() {
    row++;
    guard.start(row);
    return records.hasNext();
  }

  private List<String> cells(CSVRecord record) {
    List<String> cells = new ArrayList<>(record.size());
    for (int column = 0; column < record.size(); column++) {
      String text = record.get(column);
      if (text.isBlank()) {
        continue;
      }
      if (text.length() > limits.cellLength()) {
        throw new Refused("exchange.table.cell-too-long", row, column + 1, limits.cellLength());
      }
      if (column >= limits.columns()) {
        throw new Refused("exchange.table.too-many-columns", row, limits.columns());
      }
      while (cells.size() < column) {
        cells.add("");
      }
      cells.add(FormulaGuard.release(text));
    }
    return cells;
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  /// Stops a row that has no end, such as all that follows a quote which is never closed.
  private static final class RowGuard extends FilterReader {

    /// The parser reads this far ahead of the row that it gives.
    private static final int AHEAD = 1 << 14;

    private final long longest;
    private long length;
    private int row;

    RowGuard(Reader in, TableLimits limits) {
      super(in);
      this.longest = AHEAD + 32L * limits.cellLength();
    }

    void start(int nextRow) {
      row = nextRow;
      length = 0;
    }

    @Override
    public int read() throws IOException {
      char[] one = new char[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int size) throws IOException {
      int read = super.read(buffer, offset, size);
      length += Math.max(0, read);
      if (length > longest) {
        throw new Refused("exchange.table.row-too-long", row);
      }
      return read;
    }
  }
}

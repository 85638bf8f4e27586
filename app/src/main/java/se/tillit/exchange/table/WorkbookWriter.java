package se.tillit.exchange.table;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import se.tillit.kernel.Refused;

/// A table as a workbook. Texts are inline strings, which a spreadsheet program never calculates.
final class WorkbookWriter implements TableWriter {

  private static final int LONGEST = TableLimits.STANDARD.cellLength();

  /// Columns are as wide as the first rows need, for after them the sheet is on its way out.
  private static final int MEASURED_ROWS = 200;

  private static final int ROWS_IN_MEMORY = 1_000;
  private static final int NARROWEST = 8;
  private static final int WIDEST = 60;
  private static final int FIRST_YEAR = 1900;

  private final Workbook workbook;
  private final Worksheet sheet;
  private final int[] widths;
  private int rows;

  WorkbookWriter(OutputStream out, String name, List<String> headings) throws IOException {
    this.workbook = new Workbook(out, "Tillit", "1.0");
    this.sheet = workbook.newWorksheet(permitted(name));
    this.widths = new int[headings.size()];
    Arrays.fill(widths, NARROWEST);
    sheet.freezePane(0, 1);
    row(headings);
    sheet.range(0, 0, 0, Math.max(0, headings.size() - 1)).style().bold().set();
  }

  /// A sheet's name has at most 31 characters and none of those that formulas use.
  private static String permitted(String name) {
    String plain = name.replaceAll("[\\s\\[\\]:*?/\\\\']+", " ").strip();
    int most = Math.min(plain.length(), 31);
    return plain.isEmpty() ? "1" : plain.substring(0, most);
  }

  @Override
  public void row(List<? extends @Nullable Object> cells) throws IOException {
    if (rows == Worksheet.MAX_ROWS) {
      throw new Refused("exchange.table.export-too-long", Worksheet.MAX_ROWS);
    }
    for (int column = 0; column < cells.size(); column++) {
      write(column, cells.get(column));
    }
    rows++;
    if (rows == MEASURED_ROWS) {
      setWidths();
    }
    if (rows % ROWS_IN_MEMORY == 0) {
      sheet.flush();
    }
  }

  private void write(int column, @Nullable Object cell) {
    switch (cell) {
      case null -> {}
      case Number number -> {
        sheet.value(rows, column, number);
        measure(column, number.toString());
      }
      case LocalDate day when day.getYear() >= FIRST_YEAR -> {
        sheet.value(rows, column, day);
        sheet.style(rows, column).format("yyyy-mm-dd").set();
        measure(column, day.toString());
      }
      case LocalDate day -> write(column, day.toString());
      case String text -> {
        if (text.length() > LONGEST) {
          throw new Refused("exchange.table.cell-too-long", rows + 1, column + 1, LONGEST);
        }
        sheet.inlineString(rows, column, CellText.escape(text));
        measure(column, text);
      }
      default -> throw new IllegalArgumentException("no cell holds " + cell.getClass());
    }
  }

  private void measure(int column, String text) {
    if (rows < MEASURED_ROWS && column < widths.length) {
      int longest = text.lines().mapToInt(String::length).max().orElse(0);
      widths[column] = Math.clamp(longest + 2, widths[column], WIDEST);
    }
  }

  private void setWidths() {
    for (int column = 0; column < widths.length; column++) {
      sheet.width(column, widths[column]);
    }
  }

  @Override
  public void close() throws IOException {
    if (rows < MEASURED_ROWS) {
      setWidths();
    }
    if (widths.length > 0) {
      sheet.setAutoFilter(0, 0, rows - 1, widths.length - 1);
    }
    sheet.finish();
    workbook.finish();
  }
}

package se.tillit.exchange;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import se.tillit.exchange.table.TableWriter;
import se.tillit.identity.Viewer;
import se.tillit.web.Words;

/// A register's list as a spreadsheet: every row that the list shows to the viewer, with the same
/// filter, read page by page while it is being sent.
public final class TableExport<R> {

  private static final int ROWS = 1_000;
  private static final String WORKBOOK =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final String name;
  private final String sheet;
  private final Words words;
  private final List<String> headings = new ArrayList<>();
  private final List<Function<R, @Nullable Object>> cells = new ArrayList<>();

  private TableExport(String name, String sheet, Words words) {
    this.name = name;
    this.sheet = sheet;
    this.words = words;
  }

  /// The next rows after the last one that was written, or the first.
  @FunctionalInterface
  public interface Pages<R> {
    List<R> after(@Nullable R last, int most);
  }

  /// @param name what the file is called after the tenant, such as `people`
  /// @param sheetKey the message that names the sheet
  public static <R> TableExport<R> of(Viewer viewer, String name, String sheetKey) {
    Words words = Words.in(viewer.settings().language());
    return new TableExport<>(viewer.seat().tenantKey() + "-" + name, words.t(sheetKey), words);
  }

  public Words words() {
    return words;
  }

  /// A column with a text, a number or a day in each cell, or nothing.
  public TableExport<R> column(String headingKey, Function<R, @Nullable Object> cell) {
    headings.add(words.t(headingKey));
    cells.add(cell);
    return this;
  }

  /// A column whose cells are words of the message files.
  public TableExport<R> word(String headingKey, Function<R, @Nullable String> key) {
    return column(
        headingKey,
        row -> {
          String found = key.apply(row);
          return found == null ? null : words.t(found);
        });
  }

  /// @param format `csv`, else a workbook
  public void send(HttpServletResponse response, String format, Pages<R> pages) throws IOException {
    boolean text = format.equals("csv");
    List<R> rows = pages.after(null, ROWS);
    response.setContentType(text ? "text/csv;charset=UTF-8" : WORKBOOK);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        "attachment; filename=\"" + name + (text ? ".csv" : ".xlsx") + "\"");
    OutputStream out = response.getOutputStream();
    try (TableWriter table =
        text ? TableWriter.text(out, headings) : TableWriter.workbook(out, sheet, headings)) {
      while (true) {
        for (R row : rows) {
          table.row(written(row));
        }
        if (rows.size() < ROWS) {
          return;
        }
        rows = pages.after(rows.getLast(), ROWS);
      }
    }
  }

  /// All rows at once, of a register that is never long.
  public void send(HttpServletResponse response, String format, List<R> rows) throws IOException {
    send(response, format, (last, most) -> last == null ? rows : List.of());
  }

  private List<@Nullable Object> written(R row) {
    var line = new ArrayList<@Nullable Object>(cells.size());
    for (Function<R, @Nullable Object> cell : cells) {
      line.add(cell.apply(row));
    }
    return line;
  }
}

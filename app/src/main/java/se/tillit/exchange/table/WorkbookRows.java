package se.tillit.exchange.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tillit.kernel.Refused;

/// The rows of the first visible sheet of a workbook.
final class WorkbookRows implements RowSource {

  private static final int MOST_STYLES = 100_000;

  private final WorkbookParts parts;
  private final SharedStrings strings;
  private final SheetRows rows;
  private final List<String> unread;

  private WorkbookRows(
      WorkbookParts parts, SharedStrings strings, SheetRows rows, List<String> unread) {
    this.parts = parts;
    this.strings = strings;
    this.rows = rows;
    this.unread = unread;
  }

  static WorkbookRows open(Path file, TableLimits limits) throws IOException {
    WorkbookParts parts = WorkbookParts.open(file, limits);
    @Nullable SharedStrings strings = null;
    try {
      List<WorkbookParts.Sheet> visible =
          parts.sheets().stream().filter(sheet -> !sheet.hidden()).toList();
      if (visible.isEmpty()) {
        throw new Refused("exchange.table.empty");
      }
      strings = strings(parts, limits.cellLength());
      SheetCells cells = new SheetCells(strings, formats(parts), parts.countsFrom1904(), limits);
      SheetRows rows = new SheetRows(parts.required(visible.getFirst().part()), cells);
      List<String> unread = visible.stream().skip(1).map(WorkbookParts.Sheet::name).toList();
      return new WorkbookRows(parts, strings, rows, unread);
    } catch (RuntimeException | IOException refused) {
      if (strings != null) {
        strings.close();
      }
      parts.close();
      throw refused;
    }
  }

  private static SharedStrings strings(WorkbookParts parts, int longest) throws IOException {
    @Nullable XmlPart part = parts.sharedStrings();
    try {
      return SharedStrings.read(part, longest);
    } finally {
      if (part != null) {
        part.close();
      }
    }
  }

  /// The format of each style, by the number that cells know it under.
  private static List<NumberFormat> formats(WorkbookParts parts) throws IOException {
    List<NumberFormat> formats = new ArrayList<>();
    @Nullable XmlPart styles = parts.styles();
    if (styles == null) {
      return formats;
    }
    Map<String, NumberFormat> own = new HashMap<>();
    boolean inCells = false;
    try (styles) {
      while (styles.advance()) {
        if (styles.starts("cellXfs") || styles.ends("cellXfs")) {
          inCells = styles.starts("cellXfs");
        } else if (styles.starts("numFmt")) {
          @Nullable String code = styles.attribute("formatCode");
          own.put(
              String.valueOf(styles.attribute("numFmtId")),
              NumberFormat.of(code == null ? "" : code));
        } else if (inCells && styles.starts("xf")) {
          formats.add(format(String.valueOf(styles.attribute("numFmtId")), own));
        }
        if (formats.size() + own.size() > MOST_STYLES) {
          throw new Refused("exchange.table.bomb");
        }
      }
    }
    return formats;
  }

  private static NumberFormat format(String id, Map<String, NumberFormat> own) {
    @Nullable NumberFormat format = own.get(id);
    if (format != null) {
      return format;
    }
    try {
      return NumberFormat.builtIn(Integer.parseInt(id));
    } catch (NumberFormatException unknown) {
      return NumberFormat.PLAIN;
    }
  }

  @Override
  public @Nullable TableRow next() {
    return rows.next();
  }

  @Override
  public List<String> unread() {
    return unread;
  }

  @Override
  public void close() throws IOException {
    try (parts;
        strings) {
      rows.close();
    }
  }
}

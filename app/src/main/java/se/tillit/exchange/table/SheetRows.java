package se.tillit.exchange.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tillit.kernel.Refused;

/// The rows of one sheet, read forwards. Neither row nor cell need say where it stands: what does
/// not follows the one before.
final class SheetRows implements Closeable {

  private static final int LAST_ROW = 1_048_576;
  private static final int LAST_COLUMN = 16_383;

  private final XmlPart part;
  private final SheetCells cells;
  private int row;

  SheetRows(XmlPart part, SheetCells cells) {
    this.part = part;
    this.cells = cells;
  }

  @Nullable TableRow next() {
    while (part.advance() && !part.ends("sheetData")) {
      if (part.starts("row")) {
        row = rowNumber(part.attribute("r"));
        List<String> texts = readCells();
        if (!texts.isEmpty()) {
          return new TableRow(row, texts);
        }
      }
    }
    return null;
  }

  private int rowNumber(@Nullable String reference) {
    try {
      int number = reference == null ? row + 1 : Integer.parseInt(reference);
      if (number > row && number <= LAST_ROW) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      throw TableReader.damaged(notANumber);
    }
    throw new Refused("exchange.table.damaged");
  }

  private List<String> readCells() {
    List<String> texts = new ArrayList<>();
    int column = -1;
    while (part.advance() && !part.ends("row")) {
      if (part.starts("c")) {
        column = column(part.attribute("r"), column);
        String text = cells.read(part, row, column);
        if (!text.isBlank()) {
          while (texts.size() < column) {
            texts.add("");
          }
          texts.add(text);
        }
      }
    }
    return texts;
  }

  private static int column(@Nullable String reference, int before) {
    if (reference == null) {
      return within(before + 1, before);
    }
    int column = 0;
    for (int i = 0; i < reference.length() && reference.charAt(i) > '9'; i++) {
      column = column * 26 + (reference.charAt(i) & ~0x20) - 'A' + 1;
      if (i == 3) {
        throw new Refused("exchange.table.damaged");
      }
    }
    return within(column - 1, before);
  }

  private static int within(int column, int before) {
    if (column <= before || column > LAST_COLUMN) {
      throw new Refused("exchange.table.damaged");
    }
    return column;
  }

  @Override
  public void close() throws IOException {
    part.close();
  }
}

package se.tillit.exchange.table;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tillit.kernel.Refused;

/// Turns a cell of a sheet into text. Of a formula, the result that the workbook keeps is read and
/// the formula itself never looked at.
final class SheetCells {

  /// How a spreadsheet would show a formula that it has not calculated.
  private static final String UNCALCULATED = "#VALUE!";

  private final SharedStrings strings;
  private final List<NumberFormat> formats;
  private final boolean from1904;
  private final TableLimits limits;
  private final StringBuilder content = new StringBuilder();

  SheetCells(
      SharedStrings strings, List<NumberFormat> formats, boolean from1904, TableLimits limits) {
    this.strings = strings;
    this.formats = formats;
    this.from1904 = from1904;
    this.limits = limits;
  }

  /// Reads the present cell to its end.
  String read(XmlPart part, int row, int column) {
    String type = type(part.attribute("t"));
    @Nullable String style = part.attribute("s");
    boolean formula = readContent(part);
    if (content.length() > limits.cellLength()) {
      throw new Refused("exchange.table.cell-too-long", row, column + 1, limits.cellLength());
    }
    String text =
        content.isEmpty() ? (formula ? UNCALCULATED : "") : text(type, content.toString(), style);
    if (text.length() > limits.cellLength()) {
      throw new Refused("exchange.table.cell-too-long", row, column + 1, limits.cellLength());
    }
    if (column >= limits.columns() && !text.isBlank()) {
      throw new Refused("exchange.table.too-many-columns", row, limits.columns());
    }
    return text;
  }

  private static String type(@Nullable String declared) {
    return declared == null ? "n" : declared;
  }

  /// Whether the cell is a formula without a kept result of text.
  private boolean readContent(XmlPart part) {
    boolean formula = false;
    content.setLength(0);
    while (part.advance() && !part.ends("c")) {
      if (part.starts("v")) {
        formula = false;
        part.text(content, limits.cellLength());
      } else if (part.starts("is")) {
        CellText.read(part, "is", content, limits.cellLength());
      } else if (part.starts("f")) {
        formula = true;
        part.skip();
      }
    }
    return formula;
  }

  private String text(String type, String value, @Nullable String style) {
    return switch (type) {
      case "s" -> shared(value);
      case "inlineStr", "str" -> CellText.unescape(value);
      case "b" -> value.equals("1") ? "true" : "false";
      case "d" -> value.replaceFirst("T00:00(:00(\\.0+)?)?Z?$", "");
      case "n" -> format(style).text(value, from1904);
      default -> value;
    };
  }

  private String shared(String value) {
    try {
      @Nullable String text = strings.at(Integer.parseInt(value.strip()));
      if (text != null) {
        return CellText.unescape(text);
      }
    } catch (NumberFormatException notANumber) {
      throw TableReader.damaged(notANumber);
    }
    throw new Refused("exchange.table.damaged");
  }

  private NumberFormat format(@Nullable String style) {
    if (style == null) {
      return NumberFormat.PLAIN;
    }
    try {
      int index = Integer.parseInt(style);
      return index >= 0 && index < formats.size() ? formats.get(index) : NumberFormat.PLAIN;
    } catch (NumberFormatException unknown) {
      return NumberFormat.PLAIN;
    }
  }
}

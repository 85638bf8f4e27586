package se.tillit.exchange.column;

import java.util.List;

/// What is wrong with one cell, said so that a person finds it in the file.
///
/// @param sheetRow the row number that the spreadsheet program shows
/// @param column the heading as it stands in the file
/// @param value what stands in the cell, cut if long
public record RowProblem(
    int sheetRow, String column, String value, String messageKey, List<Object> arguments) {

  private static final int SHOWN = 200;

  public RowProblem {
    arguments = List.copyOf(arguments);
    value = shortened(value);
  }

  private static String shortened(String value) {
    if (value.codePointCount(0, value.length()) <= SHOWN) {
      return value;
    }
    return value.substring(0, value.offsetByCodePoints(0, SHOWN - 1)) + "\u2026";
  }
}

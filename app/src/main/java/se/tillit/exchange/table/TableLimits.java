package se.tillit.exchange.table;

/// How large an uploaded table may be, so that no file, honest or hostile, can exhaust the server.
///
/// @param bytes the file as it was sent
/// @param unpackedBytes what the parts of a workbook may unpack to, together
/// @param ratio how many times its own size a workbook may unpack to
/// @param rows rows that hold something
/// @param columns cells in one row
/// @param cellLength characters in one cell
public record TableLimits(
    long bytes, long unpackedBytes, int ratio, int rows, int columns, int cellLength) {

  /// Room for the staff list of the largest municipality, and the cell length of Excel itself.
  public static final TableLimits STANDARD =
      new TableLimits(50L << 20, 1L << 30, 100, 500_000, 200, 32_767);

  /// Small workbooks of empty rows compress beyond any ratio and harm nobody.
  private static final long HARMLESS = 10L << 20;

  long unpackedFrom(long fileSize) {
    return Math.min(unpackedBytes, Math.max(HARMLESS, fileSize * ratio));
  }
}

package se.tillit.exchange.table;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The text of a cell as a workbook writes it: in runs, with readings for other scripts beside, and
/// with characters that XML cannot hold written as `_x000D_`.
final class CellText {

  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private CellText() {}

  /// Appends the text of the present element up to its end.
  static void read(XmlPart part, String element, StringBuilder into, int longest) {
    while (part.advance() && !part.ends(element)) {
      if (part.starts("t")) {
        part.text(into, longest);
      } else if (part.starts("rPh")) {
        part.skip();
      }
    }
  }

  static String unescape(String text) {
    return text.contains("_x")
        ? ESCAPED
            .matcher(text)
            .replaceAll(match ->
                Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(match.group(1), 16))))
        : text;
  }

  /// What must be written so that {@link #unescape} gives the text back.
  static String escape(String text) {
    String safe = text.contains("_x") ? ESCAPED.matcher(text).replaceAll("_x005F_x$1_") : text;
    return safe.indexOf('\r') < 0 ? safe : safe.replace("\r", "_x000D_");
  }
}

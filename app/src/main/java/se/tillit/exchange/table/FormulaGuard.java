package se.tillit.exchange.table;

/// Keeps text from being taken for a formula when a text file is opened in a spreadsheet program:
/// an apostrophe goes before it on the way out and is taken away on the way in.
///
/// A text that itself begins with apostrophes before such a character gets one more, so that every
/// text comes back as it was.
final class FormulaGuard {

  /// What begins a formula; full-width forms do so in some languages, line ends in some programs.
  private static final String TRIGGERS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

  private FormulaGuard() {}

  static String neutralise(String text) {
    return isTrigger(text, apostrophes(text)) ? "'" + text : text;
  }

  static String release(String text) {
    int apostrophes = apostrophes(text);
    return apostrophes > 0 && isTrigger(text, apostrophes) ? text.substring(1) : text;
  }

  private static int apostrophes(String text) {
    int count = 0;
    while (count < text.length() && text.charAt(count) == '\'') {
      count++;
    }
    return count;
  }

  private static boolean isTrigger(String text, int at) {
    return at < text.length() && TRIGGERS.indexOf(text.charAt(at)) >= 0;
  }
}

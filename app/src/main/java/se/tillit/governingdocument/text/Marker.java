package se.tillit.governingdocument.text;

import org.jspecify.annotations.Nullable;

/// A bullet, letter or number that opens a list item, and the words after it.
record Marker(String sign, String rest) {

  private static final String BULLETS = "•‣◦▪▫■□●○◆◇►▶➢➤✓✔∙⁃·";
  private static final String DASHES = "-–—−*+";

  /// The marker that a line begins with, or none.
  static @Nullable Marker of(String line) {
    if (line.isEmpty()) {
      return null;
    }
    char first = line.charAt(0);
    if (isBullet(first)) {
      return new Marker(line.substring(0, 1), line.substring(1).strip());
    }
    if (line.length() == 1) {
      return DASHES.indexOf(first) >= 0 || first == 'o' ? new Marker(line, "") : null;
    }
    if (line.charAt(1) == ' ' && (DASHES.indexOf(first) >= 0 || first == 'o')) {
      return new Marker(line.substring(0, 1), line.substring(2).strip());
    }
    return lettered(line);
  }

  /// True for signs that word processors draw as bullets, among them the private ones of symbol
  /// fonts.
  static boolean isBullet(char sign) {
    return BULLETS.indexOf(sign) >= 0 || sign >= '\uf020' && sign <= '\uf0ff';
  }

  // a) · (a) · 1) · iv) · a. : a full stop only after one letter, for «1.» may open a heading.
  private static @Nullable Marker lettered(String line) {
    int at = line.charAt(0) == '(' ? 1 : 0;
    int start = at;
    while (at < line.length() && at - start < 4 && Character.isLetterOrDigit(line.charAt(at))) {
      at++;
    }
    if (at == start || at + 1 >= line.length() || line.charAt(at + 1) != ' ') {
      return null;
    }
    String label = line.substring(start, at);
    boolean closed = line.charAt(at) == ')' && isLabel(label);
    boolean stopped = line.charAt(at) == '.' && start == 0 && label.matches("[a-zåäö]");
    return closed || stopped
        ? new Marker(line.substring(0, at + 1), line.substring(at + 1).strip())
        : null;
  }

  private static boolean isLabel(String label) {
    return label.matches("\\d{1,2}|[A-Za-zåäöÅÄÖ]|[ivx]{1,4}");
  }
}

package se.tillit.exchange.column;

import java.text.Normalizer;

/// The text of a cell made fit to keep: trimmed, composed as Unicode wants it, spaces made
/// ordinary, and without what no reader can see: null and other control characters, half
/// characters, and the marks that turn the direction of writing. Emoji and the joiners within them
/// stay.
///
/// @param cleaned whether something other than space was taken away
record CleanText(String text, boolean cleaned) {

  private static final int NEXT_LINE = 0x85;
  private static final int LINE_SEPARATOR = 0x2028;
  private static final int PARAGRAPH_SEPARATOR = 0x2029;

  static CleanText of(String raw, boolean keepLines) {
    if (isPlain(raw)) {
      return new CleanText(raw.strip(), false);
    }
    String composed = Normalizer.normalize(raw.replace("\r\n", "\n"), Normalizer.Form.NFC);
    StringBuilder text = new StringBuilder(composed.length());
    boolean cleaned = false;
    for (int i = 0; i < composed.length(); ) {
      int character = composed.codePointAt(i);
      i += Character.charCount(character);
      if (isLineEnd(character)) {
        text.append(keepLines ? '\n' : ' ');
      } else if (character == '\t' || Character.isSpaceChar(character)) {
        text.append(' ');
      } else if (isUnseen(character)) {
        cleaned |= character != 0xfeff;
      } else {
        text.appendCodePoint(character);
      }
    }
    return new CleanText(text.toString().strip(), cleaned);
  }

  private static boolean isPlain(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      char character = raw.charAt(i);
      if (character < ' ' || character > '~') {
        return false;
      }
    }
    return true;
  }

  private static boolean isLineEnd(int character) {
    return character == '\n'
        || character == '\r'
        || character == NEXT_LINE
        || character == LINE_SEPARATOR
        || character == PARAGRAPH_SEPARATOR;
  }

  private static boolean isUnseen(int character) {
    return Character.isISOControl(character)
        || (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE)
        || (character & 0xfffe) == 0xfffe
        || (character >= 0xfdd0 && character <= 0xfdef)
        || isInvisibleMark(character);
  }

  /// Zero-width space, direction marks and overrides, word joiner, byte order mark, soft hyphen.
  private static boolean isInvisibleMark(int character) {
    return character == 0x200b
        || character == 0x200e
        || character == 0x200f
        || (character >= 0x202a && character <= 0x202e)
        || (character >= 0x2060 && character <= 0x2064)
        || (character >= 0x2066 && character <= 0x2069)
        || character == 0xfeff
        || character == 0xad;
  }
}

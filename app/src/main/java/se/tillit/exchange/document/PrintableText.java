package se.tillit.exchange.document;

/// Text as it was typed, made safe to print: no sign that XML forbids, line breaks as one sign.
final class PrintableText {

  private PrintableText() {}

  static String of(String typed) {
    StringBuilder kept = new StringBuilder(typed.length());
    typed.replace("\r\n", "\n").codePoints().forEach(sign -> append(kept, sign));
    return kept.toString();
  }

  private static void append(StringBuilder kept, int sign) {
    if (sign == '\r' || sign == '\n' || sign == 0x2028 || sign == 0x2029 || sign == 0x0b) {
      kept.append('\n');
    } else if (sign == '\t') {
      kept.append(' ');
    } else if (allowed(sign)) {
      kept.appendCodePoint(sign);
    }
  }

  private static boolean allowed(int sign) {
    return sign >= 0x20
        && !(sign >= 0x7f && sign < 0xa0)
        && !(sign >= Character.MIN_SURROGATE && sign <= Character.MAX_SURROGATE)
        && (sign & 0xfffe) != 0xfffe
        && !(sign >= 0xfdd0 && sign <= 0xfdef);
  }
}

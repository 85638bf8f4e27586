package se.tillit.governingdocument.text;

import java.text.Normalizer;
import java.util.List;

/// Makes text safe to store, search and compare: composed letters, ordinary spaces and line ends,
/// nothing unseen.
final class TextCleaning {

  private static final int MOST_MARKS_ON_A_LETTER = 8;
  private static final String LIGATURES = "ﬀﬁﬂﬃﬄﬅﬆ";
  private static final String[] LIGATURE_LETTERS = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};

  private final StringBuilder out;
  private int removed;
  private int replaced;
  private int marks;

  private TextCleaning(int length) {
    out = new StringBuilder(length);
  }

  static String clean(String raw, List<Notice> notices) {
    TextCleaning cleaning = new TextCleaning(raw.length());
    int at = 0;
    while (at < raw.length()) {
      int next = raw.codePointAt(at);
      at += Character.charCount(next);
      if (next == '\r' && at < raw.length() && raw.charAt(at) == '\n') {
        continue;
      }
      cleaning.take(next);
    }
    if (cleaning.removed > 0) {
      notices.add(Notice.of("governingdocument.notice.unseen-removed", cleaning.removed));
    }
    if (cleaning.replaced > 0) {
      notices.add(Notice.of("governingdocument.notice.unreadable-replaced", cleaning.replaced));
    }
    // A policy typed on a Mac has its å as a and a ring; search and comparison must not care.
    return Normalizer.normalize(cleaning.out, Normalizer.Form.NFC);
  }

  private void take(int next) {
    int type = Character.getType(next);
    marks = type == Character.NON_SPACING_MARK ? marks + 1 : 0;
    switch (next) {
      case '\n', '\r', '\u0085', '\u2028', '\u2029', '\u000b' -> out.append('\n');
      case '\f', '\t' -> out.append((char) next);
      case '\u00a0', '\u2007', '\u202f' -> out.append(' ');
      // Soft hyphens and byte order marks are no characters of the text: nobody needs to hear of
      // them.
      case '\u00ad', '\ufeff' -> {}
      case '\ufb00', '\ufb01', '\ufb02', '\ufb03', '\ufb04', '\ufb05', '\ufb06' ->
          out.append(LIGATURE_LETTERS[LIGATURES.indexOf(next)]);
      default -> takeOther(next, type);
    }
  }

  private void takeOther(int next, int type) {
    if (type == Character.SURROGATE || isNoncharacter(next)) {
      replaced++;
      out.append('\ufffd');
    } else if (type == Character.CONTROL || isUnseen(next) || marks > MOST_MARKS_ON_A_LETTER) {
      removed++;
    } else if (type == Character.SPACE_SEPARATOR) {
      out.append(' ');
    } else {
      out.appendCodePoint(next);
    }
  }

  // The zero-width joiner and variation selectors stay: they hold an emoji together.
  private static boolean isUnseen(int next) {
    return next == 0x200b
        || next == 0x200e
        || next == 0x200f
        || next == 0x2060
        || next >= 0x202a && next <= 0x202e
        || next >= 0x2066 && next <= 0x2069
        || next >= 0xe0000 && next <= 0xe007f;
  }

  private static boolean isNoncharacter(int next) {
    return (next & 0xfffe) == 0xfffe || next >= 0xfdd0 && next <= 0xfdef;
  }
}

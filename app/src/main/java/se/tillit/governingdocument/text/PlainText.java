package se.tillit.governingdocument.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads plain text: UTF-8 with or without byte order mark, UTF-16 with one, else Windows-1252.
final class PlainText {

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final int TAB = 4;

  private PlainText() {}

  /// True unless more than one byte in ten is a control character that no text has.
  static boolean looksLikeText(byte[] content) {
    if (utf16(content) != null) {
      return true;
    }
    int controls = 0;
    for (byte next : content) {
      if (next >= 0 && next < 32 && "\t\n\r\f\u000b".indexOf(next) < 0) {
        controls++;
      }
    }
    return controls <= content.length / 10;
  }

  static String decode(byte[] content, List<Notice> notices) {
    Charset utf16 = utf16(content);
    if (utf16 != null) {
      return new String(content, utf16);
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(content))
          .toString();
    } catch (CharacterCodingException notUtf8) {
      notices.add(Notice.of("governingdocument.notice.windows-1252"));
      return new String(content, WINDOWS_1252);
    }
  }

  private static @Nullable Charset utf16(byte[] content) {
    if (content.length < 2) {
      return null;
    }
    int mark = (content[0] & 0xff) << 8 | (content[1] & 0xff);
    return mark == 0xFEFF || mark == 0xFFFE ? StandardCharsets.UTF_16 : null;
  }

  /// The printed lines of a cleaned text, with their indent; a form feed is a page break.
  static List<Line> lines(String text) {
    List<Line> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      char next = i < text.length() ? text.charAt(i) : '\n';
      if (next == '\n' || next == '\f') {
        lines.add(line(text.substring(start, i)));
        start = i + 1;
      }
      if (next == '\f') {
        lines.add(Line.PAGE_BREAK);
      }
    }
    return lines;
  }

  private static Line line(String raw) {
    int indent = 0;
    int at = 0;
    while (at < raw.length() && Character.isWhitespace(raw.charAt(at))) {
      indent += raw.charAt(at) == '\t' ? TAB : 1;
      at++;
    }
    return Line.printed(indent, squeezed(raw.substring(at)));
  }

  /// The text with every run of white space as one space, and none at its ends.
  static String squeezed(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char next = text.charAt(i);
      if (!Character.isWhitespace(next)) {
        out.append(next);
      } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
        out.append(' ');
      }
    }
    return out.toString().stripTrailing();
  }
}

package se.tillit.exchange.document;

import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;

/// Puts words into a paragraph of Word, line breaks included; signs stay as typed, since Word finds
/// a font for each.
final class WordText {

  private WordText() {}

  static void write(XWPFParagraph paragraph, String words) {
    write(paragraph, words, "");
  }

  static void write(XWPFParagraph paragraph, String words, String characterStyle) {
    XWPFRun run = paragraph.createRun();
    if (!characterStyle.isEmpty()) {
      run.setStyle(characterStyle);
    }
    String[] lines = PrintableText.of(words).split("\n", -1);
    for (int line = 0; line < lines.length; line++) {
      if (line > 0) {
        run.addBreak();
      }
      run.setText(lines[line], line);
    }
  }

  /// Words in the colour and with the mark of a state; the colour also directly, since some word
  /// processors let a table's style win over a character's.
  static void write(XWPFParagraph paragraph, String words, Tone tone) {
    if (tone == Tone.PLAIN) {
      write(paragraph, words);
    } else {
      write(paragraph, tone.marked(words), style(tone));
      paragraph.getRuns().getLast().setColor(tone.colour());
    }
  }

  private static String style(Tone tone) {
    return switch (tone) {
      case PLAIN -> "";
      case GOOD -> "StateGood";
      case CAUTION -> "StateCaution";
      case BAD -> "StateBad";
      case UNKNOWN -> "StateUnknown";
    };
  }

  static String oneLine(String words) {
    return PrintableText.of(words).replace('\n', ' ').strip();
  }
}

package se.tillit.governingdocument.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.tillit.kernel.Refused;

/// Reads the lines of a governing document that somebody pasted or uploaded; what it is, its bytes
/// say, not its name.
public final class Extraction {

  /// The largest file that is read; a policy with pictures seldom passes 5 MB.
  public static final int MOST_BYTES = 25 * 1024 * 1024;

  /// The longest text that is taken: some 2,000 printed pages.
  public static final int MOST_CHARACTERS = 6_000_000;

  private Extraction() {}

  /// Text from a form field or an API call.
  public static ExtractedText pasted(String text) {
    if (text.length() > MOST_CHARACTERS) {
      throw new Refused("governingdocument.text.too-long", MOST_CHARACTERS);
    }
    List<Notice> notices = new ArrayList<>();
    return finished(PlainText.lines(TextCleaning.clean(text, notices)), notices);
  }

  /// An uploaded TXT, DOCX or PDF file.
  public static ExtractedText uploaded(String fileName, byte[] content) {
    if (content.length > MOST_BYTES) {
      throw new Refused("governingdocument.file.too-large", MOST_BYTES / 1024 / 1024);
    }
    List<Notice> notices = new ArrayList<>();
    List<Line> lines =
        switch (FileFormat.of(content)) {
          case PDF -> PdfText.lines(content, notices);
          case DOCX -> WordText.lines(content, notices);
          case TEXT -> PlainText.lines(decoded(content, notices));
          case MACROS -> throw new Refused("governingdocument.file.macros");
          case LOCKED -> throw new Refused("governingdocument.file.encrypted");
          case DAMAGED -> throw new Refused("governingdocument.file.damaged");
          case OTHER ->
              throw new Refused("governingdocument.file.unknown-format", extension(fileName));
        };
    return finished(lines, notices);
  }

  private static String decoded(byte[] content, List<Notice> notices) {
    String text = TextCleaning.clean(PlainText.decode(content, notices), notices);
    if (text.length() > MOST_CHARACTERS) {
      throw new Refused("governingdocument.text.too-long", MOST_CHARACTERS);
    }
    return text;
  }

  private static ExtractedText finished(List<Line> lines, List<Notice> notices) {
    if (lines.stream().noneMatch(Extraction::holdsWord)) {
      throw new Refused("governingdocument.text.empty");
    }
    return new ExtractedText(lines, notices);
  }

  private static boolean holdsWord(Line line) {
    return line.text().codePoints().anyMatch(Character::isLetterOrDigit);
  }

  private static String extension(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return dot < 0 || fileName.length() - dot > 10
        ? ""
        : fileName.substring(dot + 1).toUpperCase(Locale.ROOT);
  }
}

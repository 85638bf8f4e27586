package se.tillit.governingdocument.text;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import se.tillit.kernel.Refused;

/// Reads the printed lines of a PDF with the size and weight of their letters; scripts and
/// attachments never run.
final class PdfText extends PDFTextStripper {

  private static final int MOST_PAGES = 2_000;

  private final List<PrintedLine> lines = new ArrayList<>();
  private StringBuilder text = new StringBuilder();
  private float size;
  private float left;
  private float top;
  private boolean bold = true;
  private int page;
  private int pageCharacters;
  private int emptyPages;
  private long characters;

  private PdfText() {
    setAddMoreFormatting(false);
    setSuppressDuplicateOverlappingText(true);
  }

  static List<Line> lines(byte[] content, List<Notice> notices) {
    PdfLimits.check(content);
    try (PDDocument document = Loader.loadPDF(content)) {
      if (!document.getCurrentAccessPermission().canExtractContent()) {
        throw new Refused("governingdocument.file.encrypted");
      }
      if (document.getNumberOfPages() > MOST_PAGES) {
        throw new Refused("governingdocument.file.too-many-pages", MOST_PAGES);
      }
      PdfText reader = new PdfText();
      reader.writeText(document, Writer.nullWriter());
      return reader.finished(document.getNumberOfPages(), notices);
    } catch (InvalidPasswordException locked) {
      throw new Refused("governingdocument.file.encrypted");
    } catch (IOException damaged) {
      throw new Refused("governingdocument.file.damaged");
    } catch (Refused refused) {
      throw refused;
    } catch (RuntimeException | StackOverflowError unreadable) {
      // The library meets a broken file with whatever its parser stumbled on.
      throw new Refused("governingdocument.file.damaged");
    }
  }

  private List<Line> finished(int pages, List<Notice> notices) {
    if (!isReadable()) {
      throw new Refused("governingdocument.file.no-text");
    }
    if (emptyPages > 0) {
      notices.add(Notice.of("governingdocument.notice.pages-without-text", emptyPages, pages));
    }
    List<Notice> cleaning = new ArrayList<>();
    List<PrintedLine> cleaned =
        lines.stream()
            .map(line -> line.withText(TextCleaning.clean(line.text(), cleaning)))
            .toList();
    cleaning.stream().distinct().limit(2).forEach(notices::add);
    return PrintedLines.asLines(cleaned);
  }

  // Fonts without a map to letters give signs that nobody can read: as good as a picture.
  private boolean isReadable() {
    long letters = 0;
    long signs = 0;
    for (PrintedLine line : lines) {
      letters += line.text().codePoints().filter(Character::isLetterOrDigit).count();
      signs += line.text().codePoints().filter(next -> !Character.isWhitespace(next)).count();
    }
    return letters > 0 && letters * 2 > signs;
  }

  @Override
  protected void startPage(PDPage started) {
    page++;
    pageCharacters = 0;
  }

  @Override
  protected void endPage(PDPage ended) {
    flush();
    emptyPages += pageCharacters == 0 ? 1 : 0;
  }

  @Override
  protected void writeString(String words, List<TextPosition> positions) {
    for (TextPosition position : positions) {
      if (text.isEmpty() && position == positions.getFirst()) {
        left = position.getXDirAdj();
        top = position.getYDirAdj();
      }
      size = Math.max(size, position.getFontSizeInPt());
      bold &= isBold(position);
    }
    text.append(words);
    pageCharacters += words.length();
    characters += words.length();
    if (characters > Extraction.MOST_CHARACTERS) {
      throw new Refused("governingdocument.text.too-long", Extraction.MOST_CHARACTERS);
    }
  }

  private static boolean isBold(TextPosition position) {
    if (position.getUnicode().isBlank()) {
      return true;
    }
    String font = position.getFont().getName();
    String name = font == null ? "" : font.toLowerCase(Locale.ROOT);
    return name.contains("bold") || name.contains("black") || name.contains("heavy");
  }

  @Override
  protected void writeWordSeparator() {
    text.append(' ');
  }

  @Override
  protected void writeLineSeparator() {
    flush();
  }

  @Override
  protected void writeParagraphSeparator() {
    flush();
  }

  @Override
  protected void writePageEnd() {
    flush();
  }

  private void flush() {
    String words = PlainText.squeezed(text.toString());
    if (!words.isEmpty()) {
      lines.add(new PrintedLine(words, size, bold, left, top, page));
    }
    text = new StringBuilder();
    size = 0;
    bold = true;
  }
}

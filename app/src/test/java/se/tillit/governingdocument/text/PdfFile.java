package se.tillit.governingdocument.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/// Prints lines on the pages of a small PDF: `# ` before a line makes it a heading, an empty line a
/// gap.
final class PdfFile {

  private static final PDFont PLAIN = new PDType1Font(FontName.HELVETICA);
  private static final PDFont BOLD = new PDType1Font(FontName.HELVETICA_BOLD);

  private final PDDocument document = new PDDocument();

  PdfFile page(String lines) {
    PDPage page = new PDPage();
    document.addPage(page);
    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
      float top = 740;
      for (String line : lines.split("\n")) {
        boolean heading = line.startsWith("# ");
        if (!line.isBlank()) {
          print(content, heading ? line.substring(2) : line, heading, top);
        }
        top -= heading ? 24 : 14;
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return this;
  }

  private static void print(PDPageContentStream content, String text, boolean heading, float top)
      throws IOException {
    content.beginText();
    content.setFont(heading ? BOLD : PLAIN, heading ? 16 : 11);
    content.newLineAtOffset(60, top);
    content.showText(text);
    content.endText();
  }

  byte[] bytes() {
    return save();
  }

  byte[] locked(String password) {
    try {
      document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return save();
  }

  private byte[] save() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (document) {
      document.save(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}

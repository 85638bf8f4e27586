package se.tillit.exchange.document;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// The three faces of the typeface we ship; a document never depends on the fonts of the machine
/// that prints it.
enum Face {
  REGULAR("SourceSans3-Regular.ttf"),
  ITALIC("SourceSans3-Italic.ttf"),
  BOLD("SourceSans3-Bold.ttf");

  static final String FAMILY = "Source Sans 3";

  private final byte[] file;
  private final CmapLookup glyphs;

  Face(String name) {
    this.file = read("/fonts/source-sans-3/" + name);
    this.glyphs = glyphs(file);
  }

  /// This face as a font of the PDF, which keeps only the glyphs used and closes the file when it
  /// is closed.
  ///
  /// Ligatures are off: a search for "siffror" must find it, not a word with one glyph for "ff".
  PDFont embedIn(PDDocument pdf) throws IOException {
    TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file));
    font.setEnableGsub(false);
    pdf.registerTrueTypeFontForClosing(font);
    return PDType0Font.load(pdf, font, true);
  }

  /// The text with what this face cannot draw described, since PDF/A forbids a glyph that is not
  /// there: a sign by its Unicode name ("[fire engine]"), words in another script by the script
  /// ("[arabic]").
  String drawable(String text) {
    StringBuilder drawn = new StringBuilder(text.length());
    String before = "";
    for (int sign : text.codePoints().toArray()) {
      boolean draws = sign == '\n' || glyphs.getGlyphId(sign) != 0;
      if (draws) {
        drawn.appendCodePoint(sign);
        before = "";
      } else if (!joins(sign)) {
        String said = described(sign);
        drawn.append(said.equals(before) ? "" : said);
        before = Character.isLetter(sign) ? said : "";
      }
    }
    return drawn.toString();
  }

  private static String described(int sign) {
    String name = Character.getName(sign);
    String said =
        Character.isLetter(sign)
            ? Character.UnicodeScript.of(sign).name().replace('_', ' ')
            : name == null ? "U+%04X".formatted(sign) : name;
    return "[" + said.toLowerCase(Locale.ROOT) + "]";
  }

  // Joiners, variation selectors and skin tones belong to the sign before them.
  private static boolean joins(int sign) {
    return Character.getType(sign) == Character.FORMAT
        || (sign >= 0xfe00 && sign <= 0xfe0f)
        || (sign >= 0x1f3fb && sign <= 0x1f3ff);
  }

  /// Lets drawings name the family; must happen before the first drawing is made.
  static void registerForDrawings() {
    Registered.once();
  }

  private static byte[] read(String resource) {
    try (InputStream stream = Face.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("The build lacks the font " + resource);
      }
      return stream.readAllBytes();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static CmapLookup glyphs(byte[] file) {
    try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
      return font.getUnicodeCmapLookup();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  // The holder idiom: the virtual machine runs it once, when first asked.
  private static final class Registered {

    static {
      try {
        for (Face face : values()) {
          GraphicsEnvironment.getLocalGraphicsEnvironment()
              .registerFont(
                  Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(face.file)));
        }
      } catch (FontFormatException | IOException failure) {
        throw new IllegalStateException("The fonts we ship cannot be used for drawings", failure);
      }
    }

    static void once() {}
  }
}

package se.tillit.exchange.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/// An empty Word document with our styles, lists and page, put together from the XML files that a
/// person can read and change.
final class WordTemplate {

  private static final Map<String, String> PARTS =
      new TreeMap<>(
          Map.of(
              "[Content_Types].xml", "content-types.xml",
              "_rels/.rels", "package-relations.xml",
              "word/_rels/document.xml.rels", "document-relations.xml",
              "word/document.xml", "document.xml",
              "word/numbering.xml", "numbering.xml",
              "word/settings.xml", "settings.xml",
              "word/styles.xml", "styles.xml"));

  private WordTemplate() {}

  static XWPFDocument open(Locale language) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : PARTS.entrySet()) {
        String text = read(part.getValue()).replace("@LANGUAGE@", language.toLanguageTag());
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
      }
    }
    return new XWPFDocument(new ByteArrayInputStream(bytes.toByteArray()));
  }

  private static String read(String file) throws IOException {
    try (InputStream stream = WordTemplate.class.getResourceAsStream("/document/word/" + file)) {
      if (stream == null) {
        throw new IllegalStateException("The build lacks the Word template's " + file);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

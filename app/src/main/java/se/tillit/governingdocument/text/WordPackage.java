package se.tillit.governingdocument.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The few parts of a Word document that hold text; everything else in it is never touched.
final class WordPackage {

  private static final String FOLDER = "word/";
  private static final Set<String> WANTED =
      Set.of("document", "styles", "numbering", "footnotes", "endnotes");
  private static final byte[] NOTHING = "<nothing/>".getBytes(StandardCharsets.UTF_8);

  private final Map<String, byte[]> parts = new HashMap<>();
  private boolean objects;

  private WordPackage() {}

  static WordPackage open(byte[] content) throws IOException {
    WordPackage word = new WordPackage();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        word.objects |=
            name.startsWith(FOLDER + "embeddings/") || name.startsWith(FOLDER + "activex/");
        String part = partName(name);
        if (WANTED.contains(part)) {
          word.parts.put(part, zip.readAllBytes());
        }
      }
    }
    return word;
  }

  /// `document` for both `word/document.xml` and the `word/document2.xml` of some services; empty
  /// for other folders.
  static String partName(String entryName) {
    String name = entryName.toLowerCase(Locale.ROOT);
    if (!name.startsWith(FOLDER) || !name.endsWith(".xml") || name.indexOf('/', 5) >= 0) {
      return "";
    }
    String plain = name.substring(FOLDER.length(), name.length() - ".xml".length());
    return plain.startsWith("document") ? plain.replaceAll("\\d+$", "") : plain;
  }

  boolean holdsObjects() {
    return objects;
  }

  /// Reads one part without following anything that it points at.
  XMLStreamReader read(String part) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    byte[] content = parts.getOrDefault(part, NOTHING);
    return factory.createXMLStreamReader(new ByteArrayInputStream(content));
  }
}

package se.tillit.governingdocument.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import se.tillit.kernel.Refused;

/// Unpacks a package part by part into nothing, and refuses one that would swell past what memory
/// bears.
final class PackageLimits {

  private static final int MOST_PARTS = 4_000;
  private static final long MOST_BYTES = 200L * 1024 * 1024;
  private static final long MOST_XML_BYTES = 40L * 1024 * 1024;
  private static final String CONTENT_TYPES = "[content_types].xml";

  private final byte[] buffer = new byte[16 * 1024];
  private int parts;
  private long bytes;
  private long xmlBytes;

  /// Reads one part to its end; true when it is the list of parts and names macros.
  boolean read(String name, InputStream part) throws IOException {
    if (++parts > MOST_PARTS) {
      throw swollen();
    }
    boolean xml = name.endsWith(".xml") || name.endsWith(".rels");
    StringBuilder types = new StringBuilder();
    for (int read = part.read(buffer); read >= 0; read = part.read(buffer)) {
      bytes += read;
      xmlBytes += xml ? read : 0;
      if (bytes > MOST_BYTES || xmlBytes > MOST_XML_BYTES) {
        throw swollen();
      }
      if (name.equals(CONTENT_TYPES)) {
        types.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
      }
    }
    return types.indexOf("macroEnabled") >= 0 || types.indexOf("vbaProject") >= 0;
  }

  private static Refused swollen() {
    return new Refused("governingdocument.file.swollen");
  }
}

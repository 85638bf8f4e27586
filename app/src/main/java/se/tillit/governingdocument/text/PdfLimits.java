package se.tillit.governingdocument.text;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import se.tillit.kernel.Refused;

/// Unpacks every compressed stream of a PDF into nothing before anything else reads it, and refuses
/// one that swells.
final class PdfLimits {

  private static final long MOST_BYTES = 400L * 1024 * 1024;
  private static final int MOST_BYTES_LZW_FILE = 1024 * 1024;
  private static final byte[] STREAM = {'s', 't', 'r', 'e', 'a', 'm'};
  private static final byte[] LZW = {'L', 'Z', 'W', 'D', 'e', 'c', 'o', 'd', 'e'};

  private final byte[] content;
  private final byte[] buffer = new byte[64 * 1024];
  private long bytes;

  private PdfLimits(byte[] content) {
    this.content = content;
  }

  static void check(byte[] content) {
    PdfLimits limits = new PdfLimits(content);
    // LZW went out of use in the nineties and swells more than anything else.
    if (content.length > MOST_BYTES_LZW_FILE && limits.find(LZW, 0) >= 0) {
      throw swollen();
    }
    int at = limits.find(STREAM, 0);
    while (at >= 0) {
      int end = limits.inflate(limits.dataStart(at + STREAM.length));
      at = limits.find(STREAM, Math.max(end, at + STREAM.length));
    }
  }

  private int dataStart(int afterKeyword) {
    int at = afterKeyword;
    while (at < content.length && (content[at] == '\r' || content[at] == '\n')) {
      at++;
    }
    return at;
  }

  // Streams within a stream, packed twice, are unpacked twice.
  private int inflate(int start) {
    if (start + 2 > content.length || !isZlibHeader(content[start], content[start + 1])) {
      return start;
    }
    Inflater outer = new Inflater();
    Inflater inner = new Inflater();
    try {
      outer.setInput(content, start, content.length - start);
      boolean nested = false;
      boolean first = true;
      for (int read = outer.inflate(buffer); read > 0; read = outer.inflate(buffer)) {
        count(read);
        nested = first ? read > 1 && isZlibHeader(buffer[0], buffer[1]) : nested;
        first = false;
        if (nested) {
          nested = inflateInner(inner, read);
        }
      }
      return start + (int) outer.getBytesRead();
    } catch (DataFormatException notCompressed) {
      return start;
    } finally {
      outer.end();
      inner.end();
    }
  }

  private boolean inflateInner(Inflater inner, int length) {
    byte[] sink = new byte[64 * 1024];
    inner.setInput(buffer, 0, length);
    try {
      for (int read = inner.inflate(sink); read > 0; read = inner.inflate(sink)) {
        count(read);
      }
      return true;
    } catch (DataFormatException notPackedTwice) {
      return false;
    }
  }

  private void count(int read) {
    bytes += read;
    if (bytes > MOST_BYTES) {
      throw swollen();
    }
  }

  private static boolean isZlibHeader(byte first, byte second) {
    return (first & 0x0f) == 8 && ((first & 0xff) * 256 + (second & 0xff)) % 31 == 0;
  }

  private int find(byte[] wanted, int from) {
    for (int at = from; at <= content.length - wanted.length; at++) {
      int same = 0;
      while (same < wanted.length && content[at + same] == wanted[same]) {
        same++;
      }
      if (same == wanted.length) {
        return at;
      }
    }
    return -1;
  }

  private static Refused swollen() {
    return new Refused("governingdocument.file.swollen");
  }
}

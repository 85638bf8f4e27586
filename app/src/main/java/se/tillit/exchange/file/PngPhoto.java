package se.tillit.exchange.file;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.zip.CRC32;
import se.tillit.kernel.Refused;

/// A PNG file, written anew without the chunks that hold words: Exif, XMP and the rest.
final class PngPhoto {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final Set<String> WORDS = Set.of("eXIf", "tEXt", "zTXt", "iTXt");

  private PngPhoto() {}

  static boolean is(byte[] content) {
    return content.length > 8 && ByteBuffer.wrap(content, 0, 8).equals(ByteBuffer.wrap(SIGNATURE));
  }

  static Photo cleaned(String name, byte[] content) {
    var out = new ByteArrayOutputStream(content.length);
    out.writeBytes(SIGNATURE);
    ByteBuffer in = ByteBuffer.wrap(content);
    boolean told = false;
    int at = 8;
    while (at + 12 <= content.length) {
      int length = in.getInt(at);
      if (length < 0 || length > content.length - at - 12 || !isWhole(content, at, length)) {
        break;
      }
      String kind = Photo.ascii(content, at + 4, 4);
      if (WORDS.contains(kind)) {
        told |= kind.equals("eXIf") || Photo.ascii(content, at + 8, length).contains("GPS");
      } else {
        out.write(content, at, length + 12);
      }
      at += length + 12;
      if (kind.equals("IEND")) {
        return new Photo(out.toByteArray(), told);
      }
    }
    throw new Refused("exchange.file.unreadable", name).at("files");
  }

  private static boolean isWhole(byte[] content, int at, int length) {
    var sum = new CRC32();
    sum.update(content, at + 4, length + 4);
    return (int) sum.getValue() == ByteBuffer.wrap(content).getInt(at + 8 + length);
  }
}

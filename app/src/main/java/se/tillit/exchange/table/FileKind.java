package se.tillit.exchange.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import se.tillit.kernel.Refused;

/// What an uploaded file is, told from its first bytes.
enum FileKind {
  WORKBOOK,
  TEXT;

  private static final byte[] ZIP = HexFormat.of().parseHex("504b0304");

  /// Where the first part of an archive says, in the lowest bit, that it is encrypted.
  private static final int ZIP_FLAGS = 6;

  private static final byte[] COMPOUND = HexFormat.of().parseHex("d0cf11e0a1b11ae1");

  /// PDF, PNG, JPEG, GIF, gzip, 7z, RAR and executables: files that people send by mistake.
  private static final List<byte[]> FOREIGN =
      List.of(
          "%PDF".getBytes(StandardCharsets.US_ASCII),
          HexFormat.of().parseHex("89504e47"),
          HexFormat.of().parseHex("ffd8ff"),
          "GIF8".getBytes(StandardCharsets.US_ASCII),
          HexFormat.of().parseHex("1f8b"),
          HexFormat.of().parseHex("377abcaf271c"),
          "Rar!".getBytes(StandardCharsets.US_ASCII),
          HexFormat.of().parseHex("7f454c46"));

  /// How an encrypted workbook names its content inside the compound file that wraps it.
  private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

  private static final byte[] OLD_WORKBOOK = "Workbook".getBytes(StandardCharsets.UTF_16LE);
  private static final byte[] OLDER_WORKBOOK = "Book".getBytes(StandardCharsets.UTF_16LE);

  static FileKind recognise(Path file) throws IOException {
    byte[] head = head(file);
    if (head.length == 0) {
      throw new Refused("exchange.table.empty");
    }
    if (opens(head, ZIP)) {
      if (head.length > ZIP_FLAGS && (head[ZIP_FLAGS] & 1) != 0) {
        throw new Refused("exchange.table.encrypted");
      }
      return WORKBOOK;
    }
    if (opens(head, COMPOUND)) {
      throw refusedCompound(file);
    }
    if (FOREIGN.stream().anyMatch(magic -> opens(head, magic)) || isMarkup(head)) {
      throw new Refused("exchange.table.not-a-table");
    }
    return TEXT;
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(512);
    }
  }

  private static boolean opens(byte[] head, byte[] magic) {
    return head.length >= magic.length
        && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
  }

  /// Some systems call a web page or an XML document "xls".
  private static boolean isMarkup(byte[] head) {
    String start =
        new String(head, StandardCharsets.ISO_8859_1)
            .replaceFirst("^\\u00ef\\u00bb\\u00bf", "")
            .strip()
            .toLowerCase(Locale.ROOT);
    return start.startsWith("<?xml") || start.startsWith("<html") || start.startsWith("<!doctype");
  }

  private static Refused refusedCompound(Path file) throws IOException {
    if (contains(file, ENCRYPTED)) {
      return new Refused("exchange.table.encrypted");
    }
    return contains(file, OLD_WORKBOOK) || contains(file, OLDER_WORKBOOK)
        ? new Refused("exchange.table.old-excel")
        : new Refused("exchange.table.not-a-table");
  }

  private static boolean contains(Path file, byte[] wanted) throws IOException {
    byte[] window = new byte[1 << 16];
    int kept = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int read; (read = in.read(window, kept, window.length - kept)) > 0; ) {
        int filled = kept + read;
        if (indexOf(window, filled, wanted) >= 0) {
          return true;
        }
        kept = Math.min(filled, wanted.length - 1);
        System.arraycopy(window, filled - kept, window, 0, kept);
      }
    }
    return false;
  }

  private static int indexOf(byte[] window, int filled, byte[] wanted) {
    for (int start = 0; start + wanted.length <= filled; start++) {
      if (Arrays.equals(window, start, start + wanted.length, wanted, 0, wanted.length)) {
        return start;
      }
    }
    return -1;
  }
}

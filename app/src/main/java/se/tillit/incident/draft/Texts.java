package se.tillit.incident.draft;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Texts as they are kept and compared: one kind of line break, nothing loose at the end.
final class Texts {

  private Texts() {}

  static String plain(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n').strip();
  }

  /// Tells one text from another, so that a form remembers what its writer has read.
  static String mark(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// How many signs the recipient's form counts.
  static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}

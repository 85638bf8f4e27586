package se.tillit.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/// Thirty-two secret bytes of the installation: given in Base64, or made at their first use in the
/// data folder, where only the owner may read them.
public final class KeyFile {

  public static final int LENGTH = 32;

  private KeyFile() {}

  /// The bytes that Base64 text stands for.
  public static byte[] parse(String base64, String name) {
    byte[] key;
    try {
      key = Base64.getDecoder().decode(base64.strip());
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(name + " is not Base64", e);
    }
    if (key.length != LENGTH) {
      throw new IllegalStateException(name + " is not " + LENGTH + " bytes in Base64");
    }
    return key;
  }

  public static byte[] readOrMake(Path file) {
    try {
      if (!Files.exists(file)) {
        make(file);
      }
      return parse(Files.readString(file), file.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("a key can't be read from " + file, e);
    }
  }

  /// Written beside and linked into place whole, so that another process never reads half a key.
  private static void make(Path file) throws IOException {
    byte[] key = new byte[LENGTH];
    new SecureRandom().nextBytes(key);
    Files.createDirectories(file.getParent());
    Path draft =
        Files.createTempFile(
            file.getParent(),
            "new",
            ".key",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.writeString(draft, Base64.getEncoder().encodeToString(key) + "\n");
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException another) {
      // Made by another process in the same moment: that key is the key.
    } finally {
      Files.delete(draft);
    }
  }
}

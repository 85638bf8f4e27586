package se.tillit.governingdocument.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.ZipInputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// What a file is, told by its first bytes and, for a package, by its parts.
enum FileFormat {
  PDF,
  DOCX,
  /// A Word document that carries macros.
  MACROS,
  /// An Office file behind a password.
  LOCKED,
  DAMAGED,
  TEXT,
  OTHER;

  static FileFormat of(byte[] content) {
    if (startsWithPdfHeader(content)) {
      return PDF;
    }
    if (startsWith(content, 'P', 'K', 3, 4)) {
      return packageFormat(content);
    }
    if (startsWith(content, 0xD0, 0xCF, 0x11, 0xE0)) {
      return holdsEncryptedPackage(content) ? LOCKED : OTHER;
    }
    String head = head(content, 64).stripLeading().toLowerCase(Locale.ROOT);
    if (head.startsWith("{\\rtf") || head.startsWith("<!doctype") || head.startsWith("<html")) {
      return OTHER;
    }
    return PlainText.looksLikeText(content) ? TEXT : OTHER;
  }

  // Some generators put a few bytes before the header; readers accept it within the first 1024.
  private static boolean startsWithPdfHeader(byte[] content) {
    return head(content, 1024).contains("%PDF-");
  }

  private static FileFormat packageFormat(byte[] content) {
    boolean word = false;
    boolean macros = false;
    int parts = 0;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
      PackageLimits limits = new PackageLimits();
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        parts++;
        word |= WordPackage.partName(name).equals("document");
        macros |= name.endsWith("vbaproject.bin") || name.endsWith("vbadata.xml");
        macros |= limits.read(name, zip);
      }
    } catch (IOException | IllegalArgumentException damaged) {
      return DAMAGED;
    }
    if (parts == 0) {
      return DAMAGED;
    }
    return !word ? OTHER : macros ? MACROS : DOCX;
  }

  private static boolean holdsEncryptedPackage(byte[] content) {
    try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(content))) {
      return files.getRoot().hasEntryCaseInsensitive("EncryptedPackage");
    } catch (IOException | RuntimeException unreadable) {
      return false;
    }
  }

  private static String head(byte[] content, int length) {
    return new String(content, 0, Math.min(length, content.length), StandardCharsets.ISO_8859_1);
  }

  private static boolean startsWith(byte[] content, int... expected) {
    if (content.length < expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if ((content[i] & 0xff) != expected[i]) {
        return false;
      }
    }
    return true;
  }
}

package se.tillit.exchange.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Dates every entry of an archive alike, so that equal documents are equal files.
final class ZipDating {

  private ZipDating() {}

  static byte[] dated(byte[] archive, Instant moment) throws IOException {
    LocalDateTime date = LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(archive.length);
    try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(archive));
        ZipOutputStream to = new ZipOutputStream(bytes)) {
      for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
        ZipEntry dated = new ZipEntry(entry.getName());
        dated.setTimeLocal(date);
        to.putNextEntry(dated);
        from.transferTo(to);
      }
    }
    return bytes.toByteArray();
  }
}

package se.tillit.exchange.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import se.tillit.kernel.Refused;

/// A file as it was sent: the last part of its name, without what no reader sees.
public record SentFile(String name, byte[] content) {

  private static final int LONGEST = 200;
  private static final int MEGABYTE = 1024 * 1024;

  /// Reads it; one that is larger than the limit is refused unread.
  public static SentFile of(MultipartFile file, int limit) throws IOException {
    String name = clean(file.getOriginalFilename());
    demandSize(name, file.getSize(), limit);
    return new SentFile(name, file.getBytes());
  }

  /// Reads all that were chosen; none is refused too.
  public static List<SentFile> all(@Nullable List<MultipartFile> files, int limit)
      throws IOException {
    var sent = new ArrayList<SentFile>();
    for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
      String name = file.getOriginalFilename();
      if (name != null && !name.isEmpty()) {
        sent.add(of(file, limit));
      }
    }
    if (sent.isEmpty()) {
      throw new Refused("exchange.file.none").at("files");
    }
    return sent;
  }

  public static SentFile of(String name, byte[] content, int limit) {
    String clean = clean(name);
    demandSize(clean, content.length, limit);
    return new SentFile(clean, content);
  }

  private static void demandSize(String name, long size, int limit) {
    if (size == 0) {
      throw new Refused("exchange.file.empty", name).at("files");
    }
    if (size > limit) {
      throw new Refused("exchange.file.too-large", name, limit / MEGABYTE).at("files");
    }
  }

  private static String clean(@Nullable String sent) {
    String plain = sent == null ? "" : sent.replace('\\', '/');
    String name = plain.substring(plain.lastIndexOf('/') + 1).replaceAll("\\p{C}", "").strip();
    if (name.isEmpty()) {
      return "?";
    }
    return name.length() <= LONGEST ? name : name.substring(name.length() - LONGEST);
  }

  /// What its name ends with, in small letters: `jpg`.
  String ending() {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}

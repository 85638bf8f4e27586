package se.tillit.localpostgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// What PostgreSQL says about itself; set aside at a start once it has grown.
record ServerLog(Path file) {

  private static final long LARGE = 10L * 1024 * 1024;

  static ServerLog in(Path folder) throws IOException {
    Path file = folder.resolve("server.log");
    if (Files.exists(file) && Files.size(file) > LARGE) {
      Files.move(file, folder.resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
    return new ServerLog(file);
  }

  long size() throws IOException {
    return Files.exists(file) ? Files.size(file) : 0;
  }

  String since(long position) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      int from = (int) Math.min(position, bytes.length);
      return new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  /// The one line out of many that says what went wrong: the first fatal or error, else the last.
  static String reason(String words) {
    List<String> lines = words.lines().filter(line -> !line.isBlank()).toList();
    return lines.stream()
        .filter(
            line -> line.contains("FATAL:") || line.contains("error:") || line.contains("ERROR:"))
        .findFirst()
        .or(() -> lines.reversed().stream().findFirst())
        .orElse("it said nothing");
  }
}

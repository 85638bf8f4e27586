package se.tillit.localpostgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a server says of itself in `postmaster.pid`; it may be the word of one that is gone.
///
/// @param ready whether it took connections when it wrote
record PidFile(long pid, int port, boolean ready) {

  private static final int PORT_LINE = 3;
  private static final int STATE_LINE = 7;

  static Optional<PidFile> in(Path data) throws IOException {
    List<String> lines;
    try {
      lines =
          Files.readAllLines(data.resolve("postmaster.pid")).stream().map(String::strip).toList();
    } catch (NoSuchFileException none) {
      return Optional.empty();
    }
    if (lines.isEmpty() || !lines.getFirst().matches("\\d{1,10}")) {
      return Optional.empty();
    }
    long pid = Long.parseLong(lines.getFirst());
    if (lines.size() <= STATE_LINE || !lines.get(PORT_LINE).matches("\\d{1,5}")) {
      return Optional.of(new PidFile(pid, 0, false));
    }
    boolean ready = lines.get(STATE_LINE).equals("ready");
    return Optional.of(new PidFile(pid, Integer.parseInt(lines.get(PORT_LINE)), ready));
  }
}

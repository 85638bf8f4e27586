package se.tillit.localpostgres;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// One short-lived program, run to its end with its words kept.
final class Command {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  record Outcome(int code, String output) {
    boolean succeeded() {
      return code == 0;
    }
  }

  private Command() {}

  static Outcome run(List<String> words) {
    return run(words, "");
  }

  static Outcome run(List<String> words, String input) {
    try {
      Path output = Files.createTempFile("localpostgres-", ".out");
      try {
        Process process = start(words, output);
        try (OutputStream stdin = process.getOutputStream()) {
          stdin.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException closed) {
          // The program ended without reading: its exit code and words tell why.
        }
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw new LocalPostgresFailure.ServerFailed(words + " did not end in time", null);
        }
        return new Outcome(process.exitValue(), Files.readString(output).strip());
      } finally {
        Files.deleteIfExists(output);
      }
    } catch (IOException e) {
      throw new LocalPostgresFailure.ServerFailed("Could not run " + words.getFirst(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalPostgresFailure.ServerFailed("Interrupted while running a program", e);
    }
  }

  /// Whether the program is there at all and ends well.
  static boolean works(List<String> words) {
    try {
      return run(words).succeeded();
    } catch (LocalPostgresFailure.ServerFailed absent) {
      return false;
    }
  }

  private static Process start(List<String> words, Path output) throws IOException {
    return plain(new ProcessBuilder(words))
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }

  /// English messages and UTC, and nothing that PostgreSQL would take from the user's environment.
  static ProcessBuilder plain(ProcessBuilder builder) {
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("TZ", "UTC");
    return builder.directory(Path.of("/").toFile());
  }
}

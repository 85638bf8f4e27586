package se.tillit.localpostgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A [Writer] in a JVM of its own, and what it had said when it was killed.
final class KilledApplication {

  private final Process process;
  private final BufferedReader words;
  private final ProcessHandle server;
  private int committed;

  private KilledApplication(Process process, BufferedReader words, ProcessHandle server) {
    this.process = process;
    this.words = words;
    this.server = server;
  }

  static KilledApplication start(Path folder) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                List.of(
                    java,
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Writer.class.getName(),
                    folder.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader words = process.inputReader();
    String pid = words.readLine().replace("server ", "");
    return new KilledApplication(
        process, words, ProcessHandle.of(Long.parseLong(pid)).orElseThrow());
  }

  ProcessHandle server() {
    return server;
  }

  ProcessHandle leash() {
    return server.parent().orElseThrow();
  }

  long pid() {
    return process.pid();
  }

  void writeAtLeast(int rows) throws IOException {
    for (int row = 0; row < rows; row++) {
      committed = Integer.parseInt(words.readLine());
    }
  }

  /// Kills with signal 9 whatever is given and then the application; the answer is the last row it
  /// called committed.
  int kill(ProcessHandle... others) throws Exception {
    for (ProcessHandle other : others) {
      other.destroyForcibly();
    }
    process.toHandle().destroyForcibly();
    process.waitFor();
    words
        .lines()
        .filter(line -> line.matches("\\d+"))
        .forEach(line -> committed = Integer.parseInt(line));
    return committed;
  }
}

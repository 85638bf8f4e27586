package se.tillit.localpostgres;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The running server, on a leash: it hears the application's end of a pipe close, by whatever
/// cause, and shuts down.
final class Postmaster {

  /// A crash may need much log replayed; that is work, not failure, so long as the server lives.
  private static final Duration PATIENCE_TO_START = Duration.ofMinutes(10);

  private static final Duration PATIENCE_TO_STOP = Duration.ofSeconds(30);

  /// File descriptor 3 is the leash. `$1` is a folder to remove at the end, or empty.
  private static final String LEASH =
      """
      exec 3<&0
      remove=$1
      shift
      "$@" </dev/null 3<&- &
      server=$!
      (cat >/dev/null; kill -INT $server) <&3 3<&- 2>/dev/null &
      watcher=$!
      exec 3<&-
      wait $server
      code=$?
      kill $watcher 2>/dev/null
      if [ -n "$remove" ]; then rm -rf -- "$remove"; fi
      exit $code
      """;

  private final Process leash;
  private final long pid;

  private Postmaster(Process leash, long pid) {
    this.leash = leash;
    this.pid = pid;
  }

  /// Starts and waits until the server takes connections.
  ///
  /// @param remove a folder that goes when the server ends, or an empty text
  static Postmaster start(
      OrdinaryUser user, List<String> server, Path data, ServerLog log, String remove)
      throws IOException {
    long before = log.size();
    List<String> words = new ArrayList<>();
    if (HAS_SETSID) {
      words.add("setsid");
    }
    words.addAll(user.command(List.of("sh", "-c", LEASH, "leash", remove)));
    words.addAll(server);
    Process leash =
        Command.plain(new ProcessBuilder(words))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()))
            .start();
    try {
      return new Postmaster(leash, waitUntilReady(leash, data, log, before));
    } catch (RuntimeException e) {
      letGo(leash);
      throw e;
    }
  }

  /// In a session of its own, the server does not hear the Ctrl-C meant for the application, which
  /// closes it last.
  private static final boolean HAS_SETSID = Command.works(List.of("setsid", "true"));

  long pid() {
    return pid;
  }

  /// Returns once the server is gone, asked to or not.
  void awaitEnd() throws InterruptedException {
    leash.waitFor();
  }

  void stop() {
    letGo(leash);
    try {
      if (!leash.waitFor(PATIENCE_TO_STOP.toSeconds(), TimeUnit.SECONDS)) {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        leash.waitFor(PATIENCE_TO_STOP.toSeconds(), TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void letGo(Process leash) {
    try {
      leash.getOutputStream().close();
    } catch (IOException alreadyGone) {
      // Then there is nothing left to let go of.
    }
  }

  private static long waitUntilReady(Process leash, Path data, ServerLog log, long before)
      throws IOException {
    long deadline = System.nanoTime() + PATIENCE_TO_START.toNanos();
    while (System.nanoTime() < deadline) {
      Optional<Long> ready = readyServer(leash, data);
      if (ready.isPresent()) {
        return ready.get();
      }
      if (!leash.isAlive()) {
        throw new LocalPostgresFailure.ServerFailed(
            "PostgreSQL did not start: " + ServerLog.reason(log.since(before)), null);
      }
      Pause.brief();
    }
    throw new LocalPostgresFailure.ServerFailed("PostgreSQL was not ready in time", null);
  }

  /// The file must name a child of the leash, or it is an older server's.
  private static Optional<Long> readyServer(Process leash, Path data) throws IOException {
    return PidFile.in(data)
        .filter(PidFile::ready)
        .map(PidFile::pid)
        .filter(pid -> leash.children().anyMatch(child -> child.pid() == pid));
  }
}

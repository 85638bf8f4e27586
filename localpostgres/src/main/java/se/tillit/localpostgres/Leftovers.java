package se.tillit.localpostgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What an earlier server may have left in the data folder, dealt with before a new one starts.
///
/// A `postmaster.pid` whose process is gone is PostgreSQL's own business. If that process is a live
/// server of this very data, it is stopped; if the number now belongs to something else, the file
/// is set aside, once nobody is left who works in the data.
final class Leftovers {

  private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);
  private static final Path PROCESSES = Path.of("/proc");
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Path data;
  private final Programs programs;
  private final OrdinaryUser user;

  Leftovers(Path data, Programs programs, OrdinaryUser user) {
    this.data = data;
    this.programs = programs;
    this.user = user;
  }

  void clear() throws IOException {
    Path file = data.resolve("postmaster.pid");
    Optional<Long> pid = PidFile.in(data).map(PidFile::pid);
    if (pid.isEmpty() || !Files.isDirectory(PROCESSES)) {
      return;
    }
    if (servesData(pid.get())) {
      stop(pid.get());
    }
    waitUntilAlone();
    if (ProcessHandle.of(pid.get()).isPresent() && Files.exists(file)) {
      LOG.info("Setting aside a postmaster.pid that names a process of something else");
      Files.move(file, data.resolve("postmaster.pid.stale"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void stop(long pid) {
    LOG.info("Stopping process {}, a PostgreSQL that outlived its application", pid);
    for (String mode : List.of("fast", "immediate")) {
      List<String> words =
          List.of(programs.path("pg_ctl"), "stop", "-D", data.toString(), "-m", mode, "-t", "30");
      if (Command.run(user.command(words)).succeeded() || !servesData(pid)) {
        return;
      }
    }
    throw new LocalPostgresFailure.FolderInUse(data, " (process " + pid + ")");
  }

  private void waitUntilAlone() throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Optional<Long> other = someoneAtWork();
    while (other.isPresent()) {
      if (System.nanoTime() > deadline) {
        throw new LocalPostgresFailure.FolderInUse(data, " (process " + other.get() + ")");
      }
      Pause.brief();
      other = someoneAtWork();
    }
  }

  private Optional<Long> someoneAtWork() throws IOException {
    try (Stream<Path> entries = Files.list(PROCESSES)) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .filter(name -> name.matches("\\d+"))
          .map(Long::valueOf)
          .filter(this::servesData)
          .findFirst();
    }
  }

  /// Every process of a server is called postgres and has the data as its working folder; a zombie
  /// has no folder.
  private boolean servesData(long pid) {
    Path process = PROCESSES.resolve(Long.toString(pid));
    try {
      return Files.readString(process.resolve("comm")).strip().equals("postgres")
          && Files.readSymbolicLink(process.resolve("cwd")).equals(data.toRealPath());
    } catch (IOException gone) {
      return false;
    }
  }
}

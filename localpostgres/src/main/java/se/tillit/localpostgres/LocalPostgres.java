package se.tillit.localpostgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A real PostgreSQL that belongs to this process, with its data in one folder.
///
/// Started, it is ready to be connected to as an ordinary role that owns one database. Closed, it
/// has shut down. Should its server die meanwhile, a new one takes its place on the same port.
/// There is no shutdown hook: the application closes it after its last connection, and if the
/// application is killed, the leash does.
public final class LocalPostgres implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LocalPostgres.class);
  private static final int TRIES_FOR_A_FREE_PORT = 5;
  private static final Duration SHORT_LIFE = Duration.ofMinutes(1);
  private static final int LONGEST_REST_IN_SECONDS = 30;

  private final Path folder;
  private final Options options;
  private final FolderLock lock;
  private final OrdinaryUser user;
  private final Programs programs;
  private final Cluster cluster;
  private final ServerLog log;
  private final boolean durable;
  private final String password;
  private int port;
  private Postmaster postmaster;
  private boolean closed;

  private LocalPostgres(
      Path folder, Options options, FolderLock lock, OrdinaryUser user, boolean durable)
      throws IOException {
    this.folder = folder;
    this.options = options;
    this.lock = lock;
    this.durable = durable;
    this.user = user;
    if (options.port() != 0 && !isFree(options.port())) {
      throw new LocalPostgresFailure.PortTaken(options.port());
    }
    user.own(folder);
    programs = durable ? programs(folder, options) : sharedPrograms(folder, options, user);
    cluster = Cluster.in(folder, programs, user, options.database(), durable);
    password = cluster.password();
    log = ServerLog.in(folder);
    postmaster = startOnFreePort();
    if (durable) {
      Thread.ofPlatform().daemon().name("local-postgres").start(this::keepAlive);
    }
  }

  /// Opens the data folder, making it and all that is in it where there is none.
  public static LocalPostgres start(Path folder) {
    return start(folder, Options.defaults());
  }

  public static LocalPostgres start(Path folder, Options options) {
    return start(folder, options, OrdinaryUser.find());
  }

  static LocalPostgres start(Path folder, Options options, OrdinaryUser user) {
    return open(folder.toAbsolutePath().normalize(), options, user, true);
  }

  /// An empty database in a temporary folder that is gone once closed. For tests and code
  /// generation only: it trades durability for speed and must never hold anything worth keeping.
  public static LocalPostgres throwaway() {
    return throwaway(Options.defaults());
  }

  public static LocalPostgres throwaway(Options options) {
    try {
      Path folder = Files.createTempDirectory("localpostgres-").toRealPath();
      return open(folder, options, OrdinaryUser.find(), false);
    } catch (IOException e) {
      throw new LocalPostgresFailure.FolderUnusable(
          Path.of(System.getProperty("java.io.tmpdir", "/tmp")), e);
    }
  }

  /// The way in to the server that another process keeps in this folder; empty where none is
  /// running.
  public static Optional<Access> running(Path folder) {
    try {
      Cluster cluster = Cluster.at(folder);
      return PidFile.in(cluster.data())
          .filter(PidFile::ready)
          .filter(server -> ProcessHandle.of(server.pid()).isPresent())
          .filter(server -> !isFree(server.port()))
          .map(server ->
              Access.to(server.port(), Options.defaults().database(), cluster.password()));
    } catch (IOException | UncheckedIOException e) {
      throw new LocalPostgresFailure.FolderUnusable(folder, e);
    }
  }

  public Access access() {
    return Access.to(port, options.database(), password);
  }

  public String jdbcUrl() {
    return access().jdbcUrl();
  }

  public String user() {
    return access().user();
  }

  public String password() {
    return password;
  }

  public int port() {
    return port;
  }

  /// The process number of the server now running.
  public synchronized long pid() {
    return postmaster.pid();
  }

  /// Shuts the server down in order and gives up the folder. Closing twice is harmless.
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    postmaster.stop();
    try {
      lock.close();
      if (!durable) {
        Unpacking.remove(folder);
      }
    } catch (IOException e) {
      throw new LocalPostgresFailure.FolderUnusable(folder, e);
    }
  }

  private static LocalPostgres open(
      Path folder, Options options, OrdinaryUser user, boolean durable) {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      }
      FolderLock lock = FolderLock.take(folder);
      try {
        return new LocalPostgres(folder, options, lock, user, durable);
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new LocalPostgresFailure.FolderUnusable(folder, e);
    }
  }

  private static Programs programs(Path home, Options options) throws IOException {
    Path chosen = options.programs();
    return chosen != null ? Programs.in(chosen) : Programs.builtIn(home);
  }

  /// Throw-away servers share one unpacked set in the user's cache, unless they run as someone who
  /// cannot read it.
  private static Programs sharedPrograms(Path folder, Options options, OrdinaryUser user)
      throws IOException {
    Path cache = Path.of(System.getProperty("user.home", "/"), ".cache", "localpostgres");
    try {
      if (user != OrdinaryUser.NOBODY) {
        Files.createDirectories(cache);
        return programs(cache, options);
      }
    } catch (IOException unwritable) {
      LOG.debug("No cache in {}", cache, unwritable);
    }
    return programs(folder, options);
  }

  private Postmaster startOnFreePort() throws IOException {
    if (options.port() != 0) {
      port = options.port();
      return startServer();
    }
    for (int left = TRIES_FOR_A_FREE_PORT; ; left--) {
      port = anyFreePort();
      try {
        return startServer();
      } catch (LocalPostgresFailure.ServerFailed e) {
        if (left == 0 || isFree(port)) {
          throw e;
        }
      }
    }
  }

  private Postmaster startServer() throws IOException {
    new Leftovers(cluster.data(), programs, user).clear();
    List<String> words = new ArrayList<>();
    words.addAll(List.of(programs.path("postgres"), "-D", cluster.data().toString()));
    words.addAll(Settings.arguments(options, port, programs.major(), durable));
    return Postmaster.start(user, words, cluster.data(), log, durable ? "" : folder.toString());
  }

  /// Replaces a server that died on its own, as often as it takes, with a longer rest the quicker
  /// it dies again.
  private void keepAlive() {
    int shortLives = 0;
    try {
      while (true) {
        long born = System.nanoTime();
        current().awaitEnd();
        shortLives = System.nanoTime() - born < SHORT_LIFE.toNanos() ? shortLives + 1 : 0;
        Thread.sleep(Duration.ofSeconds(Math.clamp(shortLives - 1, 0, LONGEST_REST_IN_SECONDS)));
        if (!revive()) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized Postmaster current() {
    return postmaster;
  }

  private synchronized boolean revive() {
    if (closed) {
      return false;
    }
    LOG.warn("PostgreSQL in {} died; starting it again on port {}", folder, port);
    postmaster.stop();
    try {
      postmaster = startServer();
    } catch (IOException | RuntimeException e) {
      LOG.error("PostgreSQL in {} could not be started again yet", folder, e);
    }
    return true;
  }

  private static int anyFreePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (BindException taken) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

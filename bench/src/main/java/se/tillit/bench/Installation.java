package se.tillit.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import se.tillit.localpostgres.Access;
import se.tillit.localpostgres.LocalPostgres;

/// A Tillit of its own for the time of the measurement: its process, its data folder, and a way
/// into its database.
final class Installation implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Process process;
  private final Path data;
  private final int port;
  private final Duration start;

  private Installation(Process process, Path data, int port, Duration start) {
    this.process = process;
    this.data = data;
    this.port = port;
    this.start = start;
  }

  /// Starts the built program on a data folder and waits for its first healthy answer.
  static Installation start(Path data) throws IOException, InterruptedException {
    int port = freePort();
    long began = System.nanoTime();
    Process process =
        new ProcessBuilder(
                program("serve", "--port", Integer.toString(port), "--data", data.toString()))
            .redirectErrorStream(true)
            .redirectOutput(data.resolve("serve.log").toFile())
            .start();
    while (!isHealthy(port)) {
      if (!process.isAlive() || System.nanoTime() - began > PATIENCE.toNanos()) {
        process.destroy();
        throw new IllegalStateException("Tillit did not start; see " + data.resolve("serve.log"));
      }
      Thread.sleep(20);
    }
    return new Installation(process, data, port, Duration.ofNanos(System.nanoTime() - began));
  }

  String address(String path) {
    return "http://127.0.0.1:" + port + path;
  }

  Duration startTime() {
    return start;
  }

  Connection connect() throws SQLException {
    Access access = LocalPostgres.running(data.resolve("db")).orElseThrow();
    Connection connection =
        DriverManager.getConnection(access.jdbcUrl(), access.user(), access.password());
    connection.setAutoCommit(false);
    return connection;
  }

  ProcessHandle process() {
    return process.toHandle();
  }

  /// The memory of the program and its database in megabytes; what processes share is counted once.
  long megabytes() throws IOException {
    long kilobytes = 0;
    for (ProcessHandle one :
        Stream.concat(Stream.of(process()), process().descendants()).toList()) {
      Path rollup = Path.of("/proc", Long.toString(one.pid()), "smaps_rollup");
      if (Files.isReadable(rollup)) {
        kilobytes +=
            Files.readAllLines(rollup).stream()
                .filter(line -> line.startsWith("Pss:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
      }
    }
    return kilobytes / 1024;
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }

  /// The built program as `./tillit` starts it, with the cache of a first start where there is one.
  static List<String> program(String... arguments) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of(System.getProperty("tillit.java-options", "-Xmx384m").split(" ")));
    Path cache = Path.of(System.getProperty("tillit.cache", "app/target/tillit.aot"));
    if (Files.exists(cache)) {
      words.add("-XX:AOTCache=" + cache);
    }
    words.addAll(List.of("-jar", System.getProperty("tillit.jar", "app/target/tillit-exec.jar")));
    words.addAll(List.of(arguments));
    return words;
  }

  private static boolean isHealthy(int port) {
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health")).build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}

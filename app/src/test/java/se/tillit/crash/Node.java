package se.tillit.crash;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import se.tillit.Tillit;
import se.tillit.localpostgres.Access;
import se.tillit.localpostgres.LocalPostgres;

/// A Tillit in a process of its own, for a test to kill.
final class Node {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final Process process;
  private final Path data;
  private final int port;

  private Node(Process process, Path data, int port) {
    this.process = process;
    this.data = data;
    this.port = port;
  }

  static Node start(Path data) throws Exception {
    int port = freePort();
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xmx384m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Tillit.class.getName(),
                    "serve",
                    "--demo",
                    "--port=" + port,
                    "--data=" + data))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("node.log").toFile()))
            .start();
    var node = new Node(process, data, port);
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!node.isReady()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new IllegalStateException("the node did not start; see " + data.resolve("node.log"));
      }
      Thread.sleep(50);
    }
    return node;
  }

  /// The way into its database, past the application.
  Access database() {
    return LocalPostgres.running(data.resolve("db")).orElseThrow();
  }

  HttpResponse<String> post(String path, String token, String json) throws Exception {
    var request =
        request(path, token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  InputStream download(String path, String token) throws Exception {
    var request = request(path, token).POST(HttpRequest.BodyPublishers.noBody()).build();
    return http.send(request, HttpResponse.BodyHandlers.ofInputStream()).body();
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  void stop() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }

  private boolean isReady() throws InterruptedException {
    try {
      var health = HttpRequest.newBuilder(address("/health/readiness")).build();
      return http.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private HttpRequest.Builder request(String path, String token) {
    return HttpRequest.newBuilder(address(path))
        .timeout(Duration.ofSeconds(40))
        .header("Authorization", "Bearer " + token);
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}

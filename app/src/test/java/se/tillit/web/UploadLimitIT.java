package se.tillit.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import se.tillit.Tillit;
import se.tillit.identity.ApiTokens;
import se.tillit.identity.Role;
import se.tillit.testing.TestDatabase;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

/// Two gigabytes, sent over real HTTP: refused at once, or as soon as they have become too much,
/// and neither kept on disk nor in memory.
@TillitTest
class UploadLimitIT {

  private static final long TWO_GIGABYTES = 2L << 30;
  private static final int MEGABYTE = 1 << 20;

  @TempDir static Path folder;

  private static ConfigurableApplicationContext node;

  @Autowired Towns towns;
  @Autowired ApiTokens tokens;

  private Town town;
  private String token;
  private long sent;

  @BeforeAll
  static void start() {
    node =
        new SpringApplicationBuilder(Tillit.class)
            .initializers(new TestDatabase())
            .run(
                "--server.port=0",
                "--server.tomcat.basedir=" + folder,
                "--tillit.jobs=false",
                "--tillit.database.pool=4");
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @BeforeEach
  void found() {
    town = towns.found();
    token =
        town.within(() ->
            tokens.issue(new ApiTokens.Wanted("Prov", Role.COORDINATOR, null, Duration.ofDays(1))));
  }

  @Test
  void refusesAnUploadOfTwoGigabytesBeforeItIsSent() throws Exception {
    String answer = send("/api/v1/" + town.key() + "/imports/people", token, upload(), false);
    assertThat(answer).startsWith("HTTP/1.1 413").contains("application/problem+json");
    assertThat(answer).contains("Filen är för stor");
    assertThat(sent).isLessThan(16L * MEGABYTE);
    assertThat(onDisk()).isLessThan(MEGABYTE);
  }

  @Test
  void refusesAnUploadThatGoesOnAndOn() throws Exception {
    String answer = send("/api/v1/" + town.key() + "/imports/people", token, upload(), true);
    assertThat(answer).startsWith("HTTP/1.1 413").contains("Filen är för stor");
    assertThat(sent).isLessThan(100L * MEGABYTE);
    assertThat(onDisk()).isLessThan(MEGABYTE);
  }

  @Test
  void refusesATextThatGoesOnAndOn() throws Exception {
    String answer =
        send(
            "/api/v1/" + town.key() + "/documents",
            token,
            new Body("application/json", "{\"title\":\""),
            true);
    assertThat(answer).startsWith("HTTP/1.1 413");
    assertThat(sent).isLessThan(64L * MEGABYTE);
  }

  @Test
  void tellsAPersonWhoSendsAFormInSwedish() throws Exception {
    String answer = send("/" + town.key() + "/imports/new/people", null, upload(), false);
    assertThat(answer).startsWith("HTTP/1.1 413").contains("text/html");
    assertThat(answer).contains("Filen är för stor").contains("Dela upp den");
    assertThat(sent).isLessThan(16L * MEGABYTE);
  }

  @Test
  void tellsAReporterWhoseFileIsFarTooLarge() throws Exception {
    String answer = send("/" + town.key() + "/incidents", null, upload(), false);
    assertThat(answer).startsWith("HTTP/1.1 413").contains("text/html");
    assertThat(answer).contains("Filen är för stor").contains("Dela upp den");
    assertThat(sent).isLessThan(16L * MEGABYTE);
  }

  @Test
  void tellsAHandlerWhoseAttachmentIsFarTooLarge() throws Exception {
    String files = "/incidents/" + UUID.randomUUID() + "/attachments";
    String answer = send("/" + town.key() + files, null, upload(), false);
    assertThat(answer).startsWith("HTTP/1.1 413").contains("text/html");
    assertThat(answer).contains("Filen är för stor").contains("Dela upp den");
    answer = send("/api/v1/" + town.key() + files, token, upload(), true);
    assertThat(answer).startsWith("HTTP/1.1 413").contains("application/problem+json");
    assertThat(onDisk()).isLessThan(MEGABYTE);
  }

  @Test
  void takesAnOrdinaryRequestWithoutALength() throws Exception {
    String path = "/api/v1/" + town.key() + "/own-roles";
    String json = "{\"name\":\"Granskare\",\"permissions\":[\"audittrail.read\"]}";
    try (var socket = connect()) {
      var out = socket.getOutputStream();
      out.write(head(path, token, "application/json", "Transfer-Encoding: chunked"));
      chunk(out, json.getBytes(UTF_8));
      out.write("0\r\n\r\n".getBytes(US_ASCII));
      assertThat(answer(socket)).startsWith("HTTP/1.1 201");
    }
  }

  /// What kind of body it is, and how it begins.
  private record Body(String type, String start) {}

  private static Body upload() {
    return new Body(
        "multipart/form-data; boundary=grans",
        "--grans\r\nContent-Disposition: form-data; name=\"file\"; filename=\"stor.csv\"\r\n"
            + "Content-Type: text/csv\r\n\r\n");
  }

  /// Sends two gigabytes, or as much of them as the server takes, and answers what it said.
  private String send(String path, String bearer, Body body, boolean chunked) throws Exception {
    sent = 0;
    try (var socket = connect()) {
      var answer = CompletableFuture.supplyAsync(() -> answer(socket));
      var out = socket.getOutputStream();
      String length = chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + TWO_GIGABYTES;
      byte[] filling = new byte[64 << 10];
      Arrays.fill(filling, (byte) 'a');
      try {
        out.write(head(path, bearer, body.type(), length));
        put(out, body.start().getBytes(US_ASCII), chunked);
        while (sent < TWO_GIGABYTES && !answer.isDone()) {
          put(out, filling, chunked);
          sent += filling.length;
        }
      } catch (IOException refused) {
        // The server has closed its ear; what it said is read all the same.
      }
      return answer.get(30, TimeUnit.SECONDS);
    }
  }

  private static void put(OutputStream out, byte[] bytes, boolean chunked) throws IOException {
    if (chunked) {
      chunk(out, bytes);
    } else {
      out.write(bytes);
    }
  }

  private static void chunk(OutputStream out, byte[] bytes) throws IOException {
    out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(US_ASCII));
    out.write(bytes);
    out.write("\r\n".getBytes(US_ASCII));
    out.flush();
  }

  private static byte[] head(String path, String bearer, String type, String length) {
    String authorization = bearer == null ? "" : "Authorization: Bearer " + bearer + "\r\n";
    return ("POST %s HTTP/1.1\r\nHost: localhost\r\nAccept-Language: sv\r\nConnection: close\r\n"
            + "Accept: %s\r\n%sContent-Type: %s\r\n%s\r\n\r\n")
        .formatted(path, bearer == null ? "text/html" : "*/*", authorization, type, length)
        .getBytes(US_ASCII);
  }

  private static Socket connect() throws IOException {
    int port = node.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    return new Socket("127.0.0.1", port);
  }

  /// What the server says before it hangs up.
  private static String answer(Socket socket) {
    var said = new StringBuilder();
    byte[] piece = new byte[8 << 10];
    try {
      int read;
      while ((read = socket.getInputStream().read(piece)) >= 0) {
        said.append(new String(piece, 0, read, UTF_8));
      }
    } catch (IOException hungUp) {
      said.append(String.format(Locale.ROOT, "%n[%s]", hungUp.getMessage()));
    }
    return said.toString();
  }

  private static long onDisk() throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
